'use client'

import { useTranslations } from 'next-intl'
import { Checkbox } from '@/app/_ui/field/checkbox'
import { Select, TextArea, TextField } from '@/app/_ui/field/text-field'
import type { Naskah, Terketik } from '@/lib/client/naskah/naskah'
import type { ProfilView } from '@/lib/contract/profil'
import { HARI_SAKIT_MAX, hariKontrol, hariSakit } from '@/lib/domain/dokumen/dokumen'
import { DiagnosaFields } from './diagnosa-fields'
import { type ErrorsOf, type PartProps, tie } from './fields'
import styles from './naskah.module.css'
import { ResepFields } from './resep-fields'

interface Props {
  readonly naskah: Naskah
  readonly change: (isi: Naskah['isi']) => void
  readonly errorsOf: ErrorsOf
  readonly profil: ProfilView
  readonly konsultasiId: string
}

/** The fields of a dokumen, by its kind. */
export function IsiFields({ naskah, change, errorsOf, profil, konsultasiId }: Props) {
  const told = { change, errorsOf }
  if (naskah.jenis === 'ringkasan') return <RingkasanFields isi={naskah.isi} {...told} />
  if (naskah.jenis === 'resep') return <ResepFields isi={naskah.isi} {...told} profil={profil} konsultasiId={konsultasiId} />
  if (naskah.jenis === 'rujukan') return <RujukanFields isi={naskah.isi} {...told} />
  if (naskah.jenis === 'surat_sakit') return <SuratSakitFields isi={naskah.isi} {...told} />
  if (naskah.jenis === 'kontrol') return <KontrolFields isi={naskah.isi} {...told} />
  return <LabFields isi={naskah.isi} {...told} />
}

function RingkasanFields(part: PartProps<Terketik['ringkasan']>) {
  const t = useTranslations('naskah.ringkasan')
  const { isi, change, errorsOf } = part
  const field = tie(part)
  return (
    <div className={styles.stack}>
      <TextArea label={t('subjektif')} hint={t('subjektifPetunjuk')} {...field('subjektif')} />
      <TextArea label={t('objektif')} rows={2} {...field('objektif')} />
      <TextArea label={t('asesmen')} rows={2} {...field('asesmen')} />
      <DiagnosaFields diagnosa={isi.diagnosa} change={(diagnosa) => change({ ...isi, diagnosa })} errorsOf={errorsOf} />
      <TextArea label={t('rencana')} rows={2} {...field('rencana')} />
      <TextArea label={t('anjuran')} hint={t('anjuranPetunjuk')} {...field('anjuran')} />
      <Checkbox
        label={t('layak')}
        checked={isi.layak_jarak_jauh}
        onChange={({ target }) => change({ ...isi, layak_jarak_jauh: target.checked })}
      />
      {!isi.layak_jarak_jauh && <TextArea label={t('tidakLayak')} rows={2} {...field('alasan_tidak_layak')} />}
    </div>
  )
}

function RujukanFields(part: PartProps<Terketik['rujukan']>) {
  const t = useTranslations('naskah.rujukan')
  const { isi, change, errorsOf } = part
  const field = tie(part)
  return (
    <div className={styles.stack}>
      <div className={styles.row}>
        <TextField label={t('tujuan')} {...field('tujuan')} />
        <TextField label={t('spesialisasi')} {...field('spesialisasi')} />
        <Select label={t('urgensi')} {...field('urgensi')}>
          <option value="terencana">{t('terencana')}</option>
          <option value="segera">{t('segera')}</option>
        </Select>
      </div>
      <TextArea label={t('alasan')} rows={2} {...field('alasan')} />
      <TextArea label={t('ringkasan')} {...field('ringkasan_klinis')} />
      <DiagnosaFields diagnosa={isi.diagnosa} change={(diagnosa) => change({ ...isi, diagnosa })} errorsOf={errorsOf} />
    </div>
  )
}

function SuratSakitFields(part: PartProps<Terketik['surat_sakit']>) {
  const t = useTranslations('naskah.suratSakit')
  const field = tie(part)
  const { dari, sampai } = hariSakit(new Date())
  return (
    <div className={styles.stack}>
      <p className={styles.hint}>{t('syarat')}</p>
      <div className={styles.row}>
        <TextField label={t('mulai')} type="date" min={dari} max={sampai} {...field('mulai')} />
        <TextField label={t('hari', { max: HARI_SAKIT_MAX })} inputMode="numeric" {...field('hari')} />
      </div>
      <TextArea label={t('keterangan')} rows={2} {...field('keterangan')} />
    </div>
  )
}

function KontrolFields(part: PartProps<Terketik['kontrol']>) {
  const t = useTranslations('naskah.kontrol')
  const field = tie(part)
  const { dari, sampai } = hariKontrol(new Date())
  return (
    <div className={styles.stack}>
      <div className={styles.row}>
        <TextField label={t('tanggal')} type="date" min={dari} max={sampai} {...field('tanggal')} />
        <TextField label={t('tujuan')} {...field('tujuan')} />
      </div>
      <TextArea label={t('catatan')} rows={2} {...field('catatan')} />
    </div>
  )
}

function LabFields(part: PartProps<Terketik['lab']>) {
  const t = useTranslations('naskah.lab')
  const { errorsOf } = part
  const field = tie(part)
  const wrong = [0, 1, 2, 3, 4].flatMap((at) => errorsOf(`pemeriksaan.${at}`) ?? [])
  const lines = field('pemeriksaan')
  return (
    <div className={styles.stack}>
      <TextArea label={t('pemeriksaan')} hint={t('barisPetunjuk')} {...lines} errors={lines.errors ?? wrong} />
      <TextArea label={t('catatan')} rows={2} {...field('catatan')} />
    </div>
  )
}
