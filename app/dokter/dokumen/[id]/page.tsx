import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import styles from '@/app/_dokumen/dokumen.module.css'
import { IsiDokumen } from '@/app/_dokumen/isi'
import { StatusDokumenChip, WhySo } from '@/app/_dokumen/state'
import { Texts } from '@/app/_shell/texts'
import { DownloadButton, LinkButton } from '@/app/_ui/button'
import { Card, Section } from '@/app/_ui/card'
import { Page } from '@/app/_ui/page'
import { Time } from '@/app/_ui/time/time'
import { Whom } from '@/app/dokter/_naskah/whom'
import { answerRefusal, requireWing } from '@/lib/auth/pages'
import { toId } from '@/lib/domain/id'
import { openDokumen } from '@/lib/operations/open-dokumen'
import { readProfilOfKonsultasi } from '@/lib/operations/read-riwayat'
import { CancelForm } from './cancel-form'
import { CorrectForm } from './correct-form'
import { Waiting } from './waiting'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('dokumen'))('satu') }
}

/** A dokumen for its dokter: what was asked about it, a new version of it, and taking it back. */
export default async function DokumenPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireWing('dokter')
  const { id } = await params
  const { dokumen, sebab, permintaan, bisa } = await openDokumen(actor, id).catch(answerRefusal)
  const profil = await readProfilOfKonsultasi(actor, dokumen.konsultasi_id)
  const t = await getTranslations('dokumen')
  const tj = await getTranslations('lampiran.dokumen.jenis')
  return (
    <Page title={tj(dokumen.jenis)} lead={dokumen.nomor} actions={<StatusDokumenChip status={dokumen.status} />} narrow>
      <Texts of={['naskah']}>
        <WhySo dokumen={dokumen} sebab={sebab} wing="dokter" />
        <Card className={styles.stack}>
          <Whom profil={profil} />
          <p className={styles.hint}>
            <Time iso={dokumen.terbit_pada} format="full" />
          </p>
          <IsiDokumen dokumen={dokumen} />
          <div className={styles.actions}>
            <DownloadButton href={`/api/v1/dokumen/${dokumen.id}/pdf`}>{t('unduh')}</DownloadButton>
            <LinkButton icon="chat" href={`/dokter/konsultasi/${dokumen.konsultasi_id}`}>
              {t('percakapan')}
            </LinkButton>
          </div>
        </Card>
        {permintaan.length > 0 && (
          <Section title={t('permintaan.judul')} id="permintaan">
            <Card>
              <Waiting permintaan={permintaan} canAnswer={bisa.jawab} />
            </Card>
          </Section>
        )}
        {bisa.koreksi ? (
          <>
            <Section title={t('koreksiJudul')} id="koreksi">
              <CorrectForm penggunaId={toId('pengguna', actor.id)} dokumen={dokumen} profil={profil} />
            </Section>
            <Section title={t('batalkanJudul')} id="batalkan">
              <Card>
                <CancelForm dokumenId={dokumen.id} />
              </Card>
            </Section>
          </>
        ) : (
          dokumen.status === 'berlaku' && <p className={styles.hint}>{t('koreksiTutup')}</p>
        )}
      </Texts>
    </Page>
  )
}
