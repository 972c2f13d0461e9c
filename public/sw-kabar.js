/* Told of news: what the service worker does with a push message and a click on its notification. Part of /sw.js. */

self.addEventListener('push', (event) => event.waitUntil(tell(read(event.data))))
self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(lead(event.notification.data.url))
})

/** How long a page has to say that it goes there, in milliseconds. */
const GOES_MS = 1000

/** WebKit takes the permission back after three pushes that showed nothing. Only there is Safari's name not followed by Chromium's. */
const MUST_SHOW = /AppleWebKit/.test(navigator.userAgent) && !/Chrom(e|ium)\//.test(navigator.userAgent)

/** The server writes in the language of the account; the pages of this worker may speak English all the same (its address says so). */
const ENGLISH = {
  'Pesan baru di konsultasi Anda': 'New message in your consultation',
  'Ada pengajuan konsultasi baru': 'New consultation request',
  'Ada kabar di konsultasi Anda': 'There is news in your consultation',
  'Perlu dilihat sekarang': 'To be looked at now',
  'Ada jadwal kontrol': 'A follow-up is due',
  'Pengingat Anda': 'Your reminder',
}
const isEnglish = (new URL(location.href).searchParams.get('v') ?? '').endsWith('-en')
const inItsLanguage = (words) => (isEnglish ? (ENGLISH[words] ?? words) : words)

/** One notification for each konsultasi, and none for the one that is being looked at in this browser. */
async function tell({ judul, isi, tag, url }) {
  const pages = await openPages()
  if (!MUST_SHOW && pages.some((page) => page.visibilityState === 'visible' && pathOf(page) === url)) return
  await self.registration.showNotification(judul, { body: inItsLanguage(isi), tag, data: { url }, icon: '/ikon-192.png' })
  await self.navigator.setAppBadge?.()
}

/** To the page that shows it already, else to one of ours that can go there without losing anything, else to a new one. */
async function lead(url) {
  const pages = await openPages()
  const there = pages.find((one) => pathOf(one) === url)
  if (there) return there.focus()
  for (const page of pages) if (await goes(page, url)) return page.focus()
  return self.clients.openWindow(url)
}

/** A page answers whether it goes there (lib/client/page/follow-notification.ts): one that records, or that nobody is signed in at, does not. */
function goes(page, url) {
  return new Promise((answer) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = ({ data }) => answer(data === true)
    setTimeout(answer, GOES_MS, false)
    page.postMessage({ buka: url }, [port2])
  })
}

/** The one that was looked at last comes first. */
const openPages = () => self.clients.matchAll({ type: 'window', includeUncontrolled: true })

const pathOf = (page) => new URL(page.url).pathname

/** What cannot be read still says that something waits, as browsers demand; and it leads to this site only. */
function read(data) {
  const plain = { judul: 'Sapa', isi: 'Pesan baru di konsultasi Anda', tag: 'sapa', url: '/' }
  try {
    const kabar = { ...plain, ...data.json() }
    const { origin, pathname } = new URL(kabar.url, self.location.origin)
    return { ...kabar, url: origin === self.location.origin ? pathname : '/' }
  } catch {
    return plain
  }
}
