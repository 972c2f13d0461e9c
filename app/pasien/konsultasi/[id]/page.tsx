import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { loadPercakapan } from '@/app/_percakapan/load-percakapan'
import { Percakapan } from '@/app/_percakapan/percakapan'
import { requireWing } from '@/lib/auth/pages'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('percakapan.log'))('nama') })

interface Props {
  readonly params: Promise<{ id: string }>
  /** `?pesan=12` begins at the pesan with that `urutan`. */
  readonly searchParams: Promise<{ pesan?: string | string[] }>
}

export default async function Page({ params, searchParams }: Props) {
  const actor = await requireWing('pasien')
  const props = await loadPercakapan(actor, (await params).id, (await searchParams).pesan)
  return <Percakapan key={props.konsultasi.id} {...props} />
}
