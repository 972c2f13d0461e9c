import { countTyping } from '@/lib/auth/activity-limit'
import { markTyping } from '@/lib/data/mengetik'
import { toId } from '@/lib/domain/id'
import { type KonsultasiHead, otherThan } from '@/lib/domain/konsultasi'
import type { Actor } from '@/lib/domain/pengguna'
import { Refusal } from '@/lib/domain/refusal'
import { allow } from '@/lib/policy/allow'
import { canWrite } from '@/lib/policy/pesan'
import { publish } from '@/lib/realtime/publish'

/** Shows the other side that this person is typing, for a few seconds. @throws Refusal `forbidden`, `konsultasi_not_active`, `rate_limited` */
export async function showTyping(actor: Actor, konsultasi: KonsultasiHead): Promise<void> {
  allow(canWrite(actor, konsultasi))
  if (konsultasi.status !== 'active') throw new Refusal('konsultasi_not_active')
  await countTyping(actor)
  await markTyping(konsultasi.id, actor.id)
  const ids = { konsultasi_id: toId('konsultasi', konsultasi.id), pengguna_id: toId('pengguna', actor.id) }
  publish('Typing', ids, [otherThan(konsultasi, actor.id)])
}
