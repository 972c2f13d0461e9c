import { createECDH } from 'node:crypto'
import type { SubscribePush } from '@/lib/contract/kabar'
import { deleteLangganan, keepLangganan } from '@/lib/data/langganan-push'
import { transaction } from '@/lib/data/sql'
import { newUuid } from '@/lib/domain/id'
import type { Actor } from '@/lib/domain/pengguna'
import { isPublicHttps } from '@/lib/domain/public-address'
import { invalidField, Refusal } from '@/lib/domain/refusal'
import { env } from '@/lib/env'
import { allow } from '@/lib/policy/allow'
import { canBeTold } from '@/lib/policy/kabar'

/**
 * Remembers the browser of this session, which is to be told of new pesan. The same address again replaces what was known of it, also
 * when it was another person's: a browser belongs to whoever uses it last.
 * @throws Refusal `forbidden`, `validation_failed` on `endpoint` (not https, not a public host) or `keys`
 */
export async function subscribePush(actor: Actor, { endpoint, keys }: SubscribePush): Promise<void> {
  allow(canBeTold(actor))
  if (!isPushAddress(endpoint)) throw invalidField('endpoint', 'endpoint')
  if (!isPoint(keys.p256dh)) throw invalidField('keys', 'push_key')
  // As the one parser reads it that will also connect to it.
  const langganan = { id: newUuid(), penggunaId: actor.id, sesiId: actor.sesiId, endpoint: new URL(endpoint).href, ...keys }
  if (!(await transaction((tx) => keepLangganan(langganan, tx)))) throw new Refusal('unauthenticated')
}

/** Tells this browser no more. One that is not known is as good as forgotten. @throws Refusal `forbidden` */
export async function unsubscribePush(actor: Actor, endpoint: string): Promise<void> {
  allow(canBeTold(actor))
  if (URL.canParse(endpoint)) await deleteLangganan(actor.id, new URL(endpoint).href)
}

const isPushAddress = (endpoint: string) => isPublicHttps(endpoint) || new URL(endpoint).origin === env().pushTestOrigin

/** 65 bytes that are no point of the curve cannot be encrypted to. */
function isPoint(p256dh: string): boolean {
  try {
    const pair = createECDH('prime256v1')
    pair.generateKeys()
    return pair.computeSecret(Buffer.from(p256dh, 'base64url')).length > 0
  } catch {
    return false
  }
}
