import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Chip } from '@/app/_ui/badge'
import { Card, Section } from '@/app/_ui/card'
import { requireAkun } from '@/lib/auth/pages'
import { readAkun } from '@/lib/operations/read-akun'
import styles from './akun.module.css'
import { AkunPage } from './akun-page'
import { EmailForm } from './email-form'
import { PasswordForm } from './password-form'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('akun'))('judul') }
}

/** Who one is here, and the password. */
export default async function DataDiriPage() {
  const actor = await requireAkun()
  const { email_baru, email_dikonfirmasi } = await readAkun(actor)
  const t = await getTranslations('akun')
  const peran = await getTranslations('umum.peran')
  return (
    <AkunPage title={t('judul')} lead={t('isi')}>
      <Section title={t('dataDiri.judul')} id="data-diri">
        <Card className={styles.stack}>
          <dl className={styles.facts}>
            <div>
              <dt>{t('dataDiri.nama')}</dt>
              <dd>{actor.nama}</dd>
            </div>
            <div>
              <dt>{t('dataDiri.email')}</dt>
              <dd>
                {actor.email}{' '}
                {email_dikonfirmasi ? (
                  <Chip tone="primary" icon="check">
                    {t('email.terkonfirmasi')}
                  </Chip>
                ) : (
                  <Chip tone="attention">{t('email.belum')}</Chip>
                )}
              </dd>
            </div>
            <div>
              <dt>{t('dataDiri.peran')}</dt>
              <dd>{peran(actor.peran)}</dd>
            </div>
          </dl>
          <EmailForm wanted={email_baru} withKode={actor.berfaktorKedua} />
        </Card>
      </Section>
      <Section title={t('sandi.judul')} id="sandi">
        <Card>
          <PasswordForm />
        </Card>
      </Section>
    </AkunPage>
  )
}
