import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { JadwalForm } from '@/app/_meja/jadwal-form'
import { Page } from '@/app/_ui/page'
import { requireWing } from '@/lib/auth/pages'
import { readJadwal } from '@/lib/operations/jadwal'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('meja.jadwal'))('judul') }
}

/** When a dokter takes new konsultasi. */
export default async function JadwalPage() {
  const actor = await requireWing('dokter')
  const t = await getTranslations('meja.jadwal')
  return (
    <Page title={t('judul')} lead={t('isi')} narrow>
      <JadwalForm jadwal={await readJadwal(actor)} />
    </Page>
  )
}
