import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { DeviceChoices } from '@/app/_kabar/device-choices'
import { Card, Section } from '@/app/_ui/card'
import styles from '@/app/akun/akun.module.css'
import { AkunPage } from '@/app/akun/akun-page'
import { requireAkun } from '@/lib/auth/pages'
import { toId } from '@/lib/domain/id'
import { readPilihanKabar } from '@/lib/operations/choose-kabar'
import { KabarForm } from './kabar-form'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('akun.kabar'))('judul') }
}

/** Of what one is told, how, and in which language. An admin is told of nothing, but is written to about the account. */
export default async function KabarPage() {
  const actor = await requireAkun()
  const chosen = await readPilihanKabar(actor)
  const t = await getTranslations('akun.kabar')
  return (
    <AkunPage title={t('judul')} lead={t(chosen.pilihan.length > 0 ? 'isi' : 'isiAdmin')}>
      <Section title={t('cara')} id="cara">
        <Card>
          <KabarForm {...chosen} />
        </Card>
      </Section>
      {chosen.pilihan.length > 0 && (
        <Section title={t('perangkat.judul')} id="perangkat">
          <Card className={styles.stack}>
            <p>{t('perangkat.isi')}</p>
            <DeviceChoices penggunaId={toId('pengguna', actor.id)} peran={actor.peran} />
          </Card>
        </Section>
      )}
    </AkunPage>
  )
}
