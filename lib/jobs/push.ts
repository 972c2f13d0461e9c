import webpush from 'web-push'
import type { Payloads } from '@/lib/data/jobs'
import { readKabar } from '@/lib/data/kabar'
import { countFailure, deleteDeadLangganan, findLivingLangganan, forgetFailures, type LanggananPush } from '@/lib/data/langganan-push'
import { findPenerima, type PenerimaKabar } from '@/lib/data/pilihan-kabar'
import { toId } from '@/lib/domain/id'
import { isOver, type JenisKabar, type Kabar } from '@/lib/domain/kabar'
import { env } from '@/lib/env'
import { wordsFor } from './letters'
import { postPublicly } from './public-request'
import { unlessResting } from './resting'

/** Seconds that a push service keeps it for a browser that is away: news of yesterday is none. */
const TTL_SECONDS = 12 * 60 * 60

/** The push service did not take it; worth another try. */
class PushRefused extends Error {
  override name = 'PushRefused'
  constructor(readonly code: number) {
    super('the push service did not take it')
  }
}

/**
 * Tells one browser, if there still is something to tell: unread pesan, a booking that waits, what became of a konsultasi.
 * @throws when it is worth another try
 */
export async function sendPush({ langganan_id, konsultasi_id, jenis = 'pesan' }: Payloads['kirim_push']): Promise<void> {
  const langganan = await findLivingLangganan(langganan_id)
  const penerima = langganan && (await findPenerima(konsultasi_id, langganan.pengguna_id, jenis))
  if (!penerima || isOver(penerima, jenis) || env().lettersHeld) return
  if (jenis === 'pesan' && !(await hasUnread(konsultasi_id, penerima.id))) return
  const status = await deliver(langganan, kabarOf(konsultasi_id, penerima, jenis))
  if (status === 404 || status === 410) return void (await deleteDeadLangganan(langganan))
  if (status < 200 || status > 299) throw new PushRefused(status)
  if (langganan.gagal > 0) await forgetFailures(langganan_id)
}

/** A browser whose push service has taken nothing for a long time is forgotten: its owner is asked again at the next visit. */
export const givePushUp = ({ langganan_id }: Payloads['kirim_push']): Promise<void> => countFailure(langganan_id)

const hasUnread = async (konsultasiId: string, penggunaId: string) =>
  ((await readKabar(konsultasiId, penggunaId))?.terbaru ?? null) !== null

/** The same few words for everybody and everything: whose screen it lights up on, nobody knows. */
function kabarOf(konsultasiId: string, { peran, bahasa }: PenerimaKabar, jenis: JenisKabar): Kabar {
  const id = toId('konsultasi', konsultasiId)
  const t = wordsFor(bahasa)
  return { judul: t('push.judul'), isi: t(`push.${jenis}`), tag: id, url: `/${peran}/konsultasi/${id}` }
}

/** Encrypted for this browser alone (RFC 8291), signed as ours (RFC 8292). */
function deliver({ endpoint, p256dh, auth }: LanggananPush, kabar: Kabar): Promise<number> {
  const details = webpush.generateRequestDetails({ endpoint, keys: { p256dh, auth } }, JSON.stringify(kabar), {
    vapidDetails: env().vapid,
    TTL: TTL_SECONDS,
    urgency: 'high',
  })
  const headers = Object.fromEntries(Object.entries(details.headers).map(([name, value]) => [name, String(value)]))
  return unlessResting(new URL(endpoint).origin, () =>
    postPublicly(endpoint, { headers, body: details.body, except: env().pushTestOrigin }),
  )
}
