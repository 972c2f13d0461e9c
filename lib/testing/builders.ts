import { hashOf } from '@/lib/auth/token'
import type { Ringkasan } from '@/lib/contract/dokumen'
import type { KonsultasiView } from '@/lib/contract/konsultasi'
import type { RegisterPengguna } from '@/lib/contract/pengguna'
import { findSesi } from '@/lib/data/sesi'
import type { Actor } from '@/lib/domain/pengguna'
import { bookKonsultasi } from '@/lib/operations/book-konsultasi'
import { acceptKonsultasi, completeKonsultasi } from '@/lib/operations/move-konsultasi'
import { registerPengguna } from '@/lib/operations/register-pengguna'
import { sendPesan } from '@/lib/operations/send-pesan'
import { signIn } from '@/lib/operations/sign-in'
import { verifyDokter } from '@/lib/operations/verify-dokter'

/** Builders make people and conversations through the same operations that requests use: what they make could have happened. */

interface Person {
  readonly nama: string
  readonly email: string
  readonly password: string
}

/** Signs somebody in and gives what operations know them by. */
export async function buildActor({ email, password }: Person): Promise<Actor> {
  const { token } = await signIn({ email, password })
  const signedIn = await findSesi(hashOf(token))
  if (!signedIn) throw new Error(`${email} cannot sign in`)
  return signedIn.actor
}

export async function buildPasien(person: Person): Promise<Actor> {
  await registerPengguna({ ...person, peran: 'pasien' }, undefined, 'given')
  return buildActor(person)
}

type Profile = Pick<RegisterPengguna, 'spesialisasi' | 'nomor_str' | 'nomor_sip'>

export async function buildDokter(person: Person & Profile, verifiedBy: Actor | null): Promise<Actor> {
  const { id } = await registerPengguna({ ...person, peran: 'dokter' }, undefined, 'given')
  if (verifiedBy) await verifyDokter(verifiedBy, id, { disetujui: true })
  return buildActor(person)
}

/** What was said, in order: who, and the words. */
export type Talk = readonly (readonly ['pasien' | 'dokter', string])[]

/** An accepted konsultasi with a short history; completed when there is a ringkasan. */
export async function buildKonsultasi(
  { pasien, dokter, dokterId }: { pasien: Actor; dokter: Actor; dokterId: string },
  keluhan: string,
  talk: Talk,
  ringkasan?: Ringkasan,
): Promise<KonsultasiView> {
  const { id } = await bookKonsultasi(pasien, { dokter_id: dokterId, keluhan })
  const active = await acceptKonsultasi(dokter, id)
  for (const [who, pesan] of talk) await sendPesan(who === 'pasien' ? pasien : dokter, { konsultasi_id: id, pesan })
  return ringkasan ? completeKonsultasi(dokter, id, ringkasan.anjuran, ringkasan) : active
}
