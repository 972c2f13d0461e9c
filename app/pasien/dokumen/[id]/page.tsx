import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import styles from '@/app/_dokumen/dokumen.module.css'
import { IsiDokumen } from '@/app/_dokumen/isi'
import { PermintaanList, StatusDokumenChip, WhySo } from '@/app/_dokumen/state'
import { Texts } from '@/app/_shell/texts'
import { Avatar } from '@/app/_ui/avatar'
import { LinkButton } from '@/app/_ui/button'
import { Card, Section } from '@/app/_ui/card'
import { Page } from '@/app/_ui/page'
import { Time } from '@/app/_ui/time/time'
import { answerRefusal, requireWing } from '@/lib/auth/pages'
import { toId } from '@/lib/domain/id'
import { openDokumen } from '@/lib/operations/open-dokumen'
import { AskForm } from './ask-form'
import { TakeAlong } from './take-along'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('dokumen'))('satu') }
}

/** A dokumen for whom it was written: what it says in plain words, and what one can do with it. */
export default async function DokumenPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireWing('pasien')
  const { id } = await params
  const { dokumen, sebab, permintaan, profil_id, bisa } = await openDokumen(actor, id).catch(answerRefusal)
  const t = await getTranslations('dokumen')
  const tj = await getTranslations('lampiran.dokumen.jenis')
  return (
    <Page title={tj(dokumen.jenis)} lead={dokumen.nomor} actions={<StatusDokumenChip status={dokumen.status} />} narrow>
      <Texts of={['dokumen']}>
        <WhySo dokumen={dokumen} sebab={sebab} wing="pasien" />
        <Card className={styles.stack}>
          <div className={styles.row}>
            <Avatar name={dokumen.profil.nama} seed={profil_id} letters />
            <span className={styles.words}>
              {t('untuk', { nama: dokumen.profil.nama })}
              <br />
              <span className={styles.hint}>
                <bdi>{dokumen.dokter.nama}</bdi> · <Time iso={dokumen.terbit_pada} format="full" />
              </span>
            </span>
          </div>
          <IsiDokumen dokumen={dokumen} />
          <TakeAlong dokumen={dokumen} />
          <div className={styles.actions}>
            {dokumen.jenis === 'kontrol' && bisa.lanjut && (
              <LinkButton variant="primary" icon="calendar" href={`/pasien/konsultasi/baru?dari=${dokumen.konsultasi_id}`}>
                {t('pesanKontrol')}
              </LinkButton>
            )}
            <LinkButton icon="chat" href={`/pasien/konsultasi/${dokumen.konsultasi_id}`}>
              {t('percakapan')}
            </LinkButton>
          </div>
          <p className={styles.hint}>{t('periksa', { alamat: `/v/${dokumen.kode}` })}</p>
        </Card>
        {(bisa.minta || permintaan.length > 0) && (
          <Section title={t('permintaan.judul')} id="permintaan">
            <Card className={styles.stack}>
              <PermintaanList permintaan={permintaan} />
              {bisa.minta && <AskForm penggunaId={toId('pengguna', actor.id)} dokumenId={dokumen.id} />}
            </Card>
          </Section>
        )}
      </Texts>
    </Page>
  )
}
