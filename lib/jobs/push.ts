import webpush from 'web-push'
import { readKabar } from '@/lib/data/kabar'
import { deleteDeadLangganan, findLivingLangganan, type LanggananPush } from '@/lib/data/langganan-push'
import { toId } from '@/lib/domain/id'
import type { Kabar } from '@/lib/domain/kabar'
import type { Peran } from '@/lib/domain/pengguna'
import { env } from '@/lib/env'
import words from '@/lib/i18n/id/surat.json'
import type { KirimPushPayload } from './later'
import { postPublicly } from './public-request'

/** Seconds that a push service keeps it for a browser that is away: news of yesterday is none. */
const TTL_SECONDS = 12 * 60 * 60

/** The push service did not take it; worth another try. */
class PushRefused extends Error {
  override name = 'PushRefused'
  constructor(readonly code: number) {
    super('the push service did not take it')
  }
}

/** Tells one browser that there are new pesan, if there still are. @throws when it is worth another try */
export async function kirimPush({ langganan_id, konsultasi_id }: KirimPushPayload): Promise<void> {
  const langganan = await findLivingLangganan(langganan_id)
  const known = langganan && (await readKabar(konsultasi_id, langganan.penggunaId))
  if (!known || known.terbaru === null) return
  const status = await deliver(langganan, kabarOf(konsultasi_id, known.peran))
  if (status === 404 || status === 410) await deleteDeadLangganan(langganan)
  else if (status < 200 || status > 299) throw new PushRefused(status)
}

/** The same words for everybody and everything: whose screen it lights up on, nobody knows. */
function kabarOf(konsultasiId: string, peran: Peran): Kabar {
  const id = toId('konsultasi', konsultasiId)
  return { judul: words.push.judul, isi: words.push.isi, tag: id, url: `/${peran}/konsultasi/${id}` }
}

/** Encrypted for this browser alone (RFC 8291), signed as ours (RFC 8292). */
function deliver({ endpoint, p256dh, auth }: LanggananPush, kabar: Kabar): Promise<number> {
  const details = webpush.generateRequestDetails({ endpoint, keys: { p256dh, auth } }, JSON.stringify(kabar), {
    vapidDetails: env().vapid,
    TTL: TTL_SECONDS,
    urgency: 'high',
  })
  const headers = Object.fromEntries(Object.entries(details.headers).map(([name, value]) => [name, String(value)]))
  return postPublicly(endpoint, { headers, body: details.body, except: env().pushTestOrigin })
}
