import type { Metadata } from 'next'
import { loadPercakapan, type PercakapanAddress, titleOf } from '@/app/_pages/load-percakapan'
import { ForOther } from '@/app/_percakapan/head/whom-line'
import { Percakapan } from '@/app/_percakapan/percakapan'
import { requireWing } from '@/lib/auth/pages'

export const generateMetadata = async (address: PercakapanAddress): Promise<Metadata> => ({ title: await titleOf(address) })

export default async function Page(address: PercakapanAddress) {
  const props = await loadPercakapan(await requireWing('pasien'), address)
  return <Percakapan key={props.konsultasi.id} {...props} whom={<ForOther konsultasi={props.konsultasi} />} />
}
