import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { BalasanList } from '@/app/_meja/balasan-list'
import { Page } from '@/app/_ui/page'
import { requireWing } from '@/lib/auth/pages'
import { listBalasan } from '@/lib/operations/balasan-cepat'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('meja.balasan'))('judul') }
}

/** The quick replies of the clinic. */
export default async function BalasanKlinikPage() {
  const actor = await requireWing('admin')
  const t = await getTranslations('meja.balasan')
  return (
    <Page title={t('judul')} lead={t('isiKlinik')} narrow>
      <BalasanList all={await listBalasan(actor)} isKept label={t('judul')} />
    </Page>
  )
}
