import type { Metadata } from 'next'
import { loadPercakapan, titleOf } from '@/app/_pages/load-percakapan'
import { Percakapan } from '@/app/_percakapan/percakapan'
import { requireWing } from '@/lib/auth/pages'

interface Props {
  readonly params: Promise<{ id: string }>
  /** `?pesan=12` begins at the pesan with that `urutan`. */
  readonly searchParams: Promise<{ pesan?: string | string[] }>
}

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => ({ title: await titleOf((await params).id) })

export default async function Page({ params, searchParams }: Props) {
  const actor = await requireWing('dokter')
  const props = await loadPercakapan(actor, (await params).id, (await searchParams).pesan)
  return <Percakapan key={props.konsultasi.id} {...props} />
}
