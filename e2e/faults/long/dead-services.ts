import { startApp } from '@/e2e/app'
import { Client } from '@/e2e/client'
import { Clinic, type Konsultasi, mark, type Person } from '@/e2e/clinic'
import { openWay } from '@/e2e/faults/way'
import { mailsTo } from '@/e2e/mail/mailbox'
import { startSmtpServer } from '@/e2e/mail/smtp-server'
import { Device } from '@/e2e/push/device'
import { startPushService } from '@/e2e/push/service'
import surat from '@/lib/i18n/id/surat.json'
import { sow } from './defects'
import type { Outcome } from './outcome'
import type { Plan } from './run'
import { underLoad } from './under-load'

/** People who are to be told by push, each by so many browsers. */
const TALKS = 6
const BROWSERS = 3

/** A push service and a mail server that take connections and never answer, and then do. */
export async function deadServices({ isSown }: Plan, say: (text: string) => void): Promise<Outcome> {
  const [push, mail] = [await startPushService(), await startSmtpServer()]
  const [toPush, toMail] = [await openWay(push.url), await openWay(mail.url)]
  const origin = new URL(toPush.url).origin
  const app = await startApp({ REALTIME: 'off', RATE_LIMIT: 'off', PUSH_TEST_ORIGIN: origin, SMTP_URL: toMail.url })
  try {
    const seen: string[] = []
    const outcome = await underLoad(app.url, {}, async ({ outage, acknowledged }) => {
      const clinic = new Clinic(new Client(app.url))
      const talks = await Promise.all(Array.from({ length: TALKS }, () => clinic.active()))
      const devices: Device[] = []
      for (const { pasien } of talks) for (let n = 0; n < BROWSERS; n++) devices.push(await subscribed(pasien, origin))
      const { email } = await clinic.pasien()
      const from = acknowledged()
      let most = 0
      await outage({
        begin: async () => {
          toPush.silence()
          toMail.silence()
          await Promise.all(talks.map((k) => clinic.send(k.dokter, k, `Sudah minum obat? ${mark()}`)))
          await clinic.api.post('/auth/lupa-sandi', { email })
          if (isSown) await sow('dead-services', app.databaseUrl, talks[0] as Konsultasi)
        },
        isSeen: () => {
          most = Math.max(most, toPush.held())
          return toPush.held() > 0 && toMail.held() > 0 && acknowledged() > from + 500
        },
        end: () => {
          toPush.mend()
          toMail.mend()
        },
      })
      seen.push(`at most ${most} pushes at once, ${acknowledged() - from} pesan meanwhile`)
      say(seen.at(-1) ?? '')
      const started = performance.now()
      const told = async () =>
        (await Promise.all(devices.map((one) => one.news()))).map((news) => news.filter(({ isi }) => isi === surat.push.pesan).length)
      const letters = () => mailsTo(mail.folder, email).length
      while (performance.now() - started < TOLD_MS && !((await told()).every((count) => count > 0) && letters() > 0))
        await new Promise((done) => setTimeout(done, 250))
      const counts = await told()
      const once = counts.filter((count) => count === 1).length
      const tale = `${once} of ${counts.length} browsers were told once, and ${letters()} letter came`
      if (once < counts.length || letters() !== 1) throw new Error(tale)
      seen.push(`${tale}, all ${Math.round((performance.now() - started) / 1000)} s after they were back`)
    })
    return { ...outcome, seen: seen.join('; ') }
  } finally {
    await app.stop()
    for (const way of [toPush, toMail]) way.close()
    await Promise.all([push.stop(), mail.stop()])
  }
}

/** Longer than between the second last and the last try of a push, in milliseconds. */
const TOLD_MS = 240_000

async function subscribed({ api }: Person, origin: string): Promise<Device> {
  const device = new Device(origin)
  await api.post('/push/langganan', device.subscription)
  return device
}
