import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Chip } from '@/app/_ui/badge'
import { Card, Section } from '@/app/_ui/card'
import { AkunPage } from '@/app/akun/akun-page'
import { isWalled, requireAkunBeforeFactor } from '@/lib/auth/pages'
import { readAkun } from '@/lib/operations/read-akun'
import { SecondFactor } from './second-factor'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('akun.keamanan'))('judul') }
}

/** What guards the account. Before a required second factor is set up it is the only page that opens. */
export default async function KeamananPage() {
  const actor = await requireAkunBeforeFactor()
  const { faktor_kedua } = await readAkun(actor)
  const t = await getTranslations('akun')
  const chip = faktor_kedua.aktif ? (
    <Chip tone="primary" icon="check">
      {t('faktor.aktif')}
    </Chip>
  ) : (
    <Chip tone="neutral">{t('faktor.belum')}</Chip>
  )
  return (
    <AkunPage title={t('keamanan.judul')} lead={t('keamanan.isi')} only={isWalled(actor)}>
      <Section title={t('faktor.judul')} id="faktor" aside={chip}>
        <Card>
          <SecondFactor {...faktor_kedua} />
        </Card>
      </Section>
    </AkunPage>
  )
}
