import type { Metadata } from 'next'
import { loadPercakapan, type PercakapanAddress, titleOf } from '@/app/_pages/load-percakapan'
import { KeptPercakapan } from '@/app/_ruang/kept-percakapan'
import { Opening } from '@/app/_ruang/opening'
import { requireWing } from '@/lib/auth/pages'

export const generateMetadata = async (address: PercakapanAddress): Promise<Metadata> => ({ title: await titleOf(address) })

/** A conversation, handed to the room around it. */
export default async function Page(address: PercakapanAddress) {
  const { konsultasi, packed } = await loadPercakapan(await requireWing('dokter'), address)
  return <Opening id={konsultasi.id} nama={konsultasi.profil.nama} node={<KeptPercakapan packed={packed} />} />
}
