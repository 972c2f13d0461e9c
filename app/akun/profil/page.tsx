import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import styles from '@/app/_profil/profil.module.css'
import { Section } from '@/app/_ui/card'
import { AkunPage } from '@/app/akun/akun-page'
import { requireWing } from '@/lib/auth/pages'
import type { ProfilView } from '@/lib/contract/profil'
import { PROFIL_MAX } from '@/lib/domain/profil'
import { listProfil } from '@/lib/operations/profil'
import { AddProfil, ProfilCard } from './profil-card'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('profil.halaman'))('judul') }
}

/** Who is treated through this account: oneself, one's family, and whom nobody books for any more. */
export default async function ProfilPage() {
  const actor = await requireWing('pasien')
  const t = await getTranslations('profil.halaman')
  const all = await listProfil(actor, true)
  const living = all.filter(({ diarsipkan_pada }) => diarsipkan_pada === null)
  const family = living.filter(({ hubungan }) => hubungan !== 'diri')
  const archived = all.filter(({ diarsipkan_pada }) => diarsipkan_pada !== null)
  return (
    <AkunPage title={t('judul')} lead={t('isi')}>
      <Section title={t('saya')} id="saya">
        <Cards of={living.filter(({ hubungan }) => hubungan === 'diri')} />
      </Section>
      <Section title={t('keluarga')} id="keluarga">
        <div className={styles.list}>
          {family.length > 0 ? <Cards of={family} /> : <p>{t('kosong')}</p>}
          {living.length < PROFIL_MAX ? <AddProfil /> : <p>{t('penuh', { max: PROFIL_MAX })}</p>}
        </div>
      </Section>
      {archived.length > 0 && (
        <Section title={t('arsip')} id="arsip">
          <div className={styles.list}>
            <p className={styles.hint}>{t('arsipIsi')}</p>
            <Cards of={archived} />
          </div>
        </Section>
      )}
    </AkunPage>
  )
}

const Cards = ({ of }: { of: readonly ProfilView[] }) => (
  <div className={styles.list}>
    {of.map((profil) => (
      <ProfilCard key={profil.id} profil={profil} />
    ))}
  </div>
)
