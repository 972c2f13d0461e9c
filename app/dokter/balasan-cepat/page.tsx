import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { BalasanList } from '@/app/_meja/balasan-list'
import { Section } from '@/app/_ui/card'
import { Page } from '@/app/_ui/page'
import { requireWing } from '@/lib/auth/pages'
import { listBalasan } from '@/lib/operations/balasan-cepat'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('meja.balasan'))('judul') }
}

/** A dokter's own quick replies, and those of the clinic, which they read. */
export default async function BalasanPage() {
  const actor = await requireWing('dokter')
  const t = await getTranslations('meja.balasan')
  const all = await listBalasan(actor)
  const ours = all.filter(({ milik }) => milik === 'klinik')
  return (
    <Page title={t('judul')} lead={t('isi')} narrow>
      <Section title={t('saya')} id="saya">
        <BalasanList all={all.filter(({ milik }) => milik === 'saya')} isKept label={t('saya')} />
      </Section>
      {ours.length > 0 && (
        <Section title={t('klinik')} id="klinik">
          <BalasanList all={ours} isKept={false} label={t('klinik')} />
        </Section>
      )}
    </Page>
  )
}
