import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { loadPercakapan } from '@/app/_percakapan/load-percakapan'
import { Percakapan } from '@/app/_percakapan/percakapan'
import { requireWing } from '@/lib/auth/pages'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('percakapan.log'))('nama') })

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireWing('dokter')
  const props = await loadPercakapan(actor, (await params).id)
  return <Percakapan key={props.konsultasi.id} {...props} />
}
