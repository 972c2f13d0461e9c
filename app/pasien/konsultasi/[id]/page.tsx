import type { Metadata } from 'next'
import { loadPercakapan, type PercakapanAddress, titleOf } from '@/app/_pages/load-percakapan'
import { ForOther } from '@/app/_percakapan/head/whom-line'
import { PackedPercakapan } from '@/app/_percakapan/packed-percakapan'
import { requireWing } from '@/lib/auth/pages'

export const generateMetadata = async (address: PercakapanAddress): Promise<Metadata> => ({ title: await titleOf(address) })

export default async function Page(address: PercakapanAddress) {
  const { konsultasi, packed } = await loadPercakapan(await requireWing('pasien'), address)
  return <PackedPercakapan key={konsultasi.id} packed={packed} whom={<ForOther konsultasi={konsultasi} />} />
}
