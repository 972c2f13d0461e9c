/* Told of new pesan: what the service worker does with a push message and a click on its notification. Part of /sw.js. */

self.addEventListener('push', (event) => event.waitUntil(tell(read(event.data))))
self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(lead(event.notification.data.url))
})

/** One notification for each konsultasi, and none for the one that is being looked at in this browser. */
async function tell({ judul, isi, tag, url }) {
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  if (pages.some((page) => page.visibilityState === 'visible' && pathOf(page) === url)) return
  await self.registration.showNotification(judul, { body: isi, tag, data: { url }, icon: '/ikon-192.png' })
  await self.navigator.setAppBadge?.()
}

/** To the page that shows it already, else to a new one. */
async function lead(url) {
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  const page = pages.find((one) => pathOf(one) === url)
  if (page) await page.focus()
  else await self.clients.openWindow(url)
}

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
