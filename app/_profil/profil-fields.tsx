'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { RadioCards } from '@/app/_ui/field/radio-cards'
import { Select, TextArea, TextField } from '@/app/_ui/field/text-field'
import type { JsonOf } from '@/lib/contract/endpoints/calls'
import type { ProfilView } from '@/lib/contract/profil'
import { ALAMAT_MAX, HUBUNGAN, JENIS_KELAMIN, LAHIR_MIN, NAMA_PROFIL_MAX, type NamaFakta } from '@/lib/domain/profil'
import { dayInWib } from '@/lib/domain/zona'
import styles from './profil.module.css'

interface Props {
  /** What is known already; null is somebody new. */
  readonly profil: ProfilView | null
  readonly errors: Readonly<Record<string, readonly string[]>>
}

/** Who it is. */
export function WhoFields({ profil, errors }: Props) {
  const t = useTranslations('profil')
  return (
    <>
      <TextField
        label={t('isian.nama')}
        name="nama"
        autoComplete="off"
        maxLength={NAMA_PROFIL_MAX}
        defaultValue={profil?.nama}
        errors={errors.nama}
        required
      />
      {profil?.hubungan !== 'diri' && (
        <Select label={t('isian.hubungan')} name="hubungan" defaultValue={profil?.hubungan ?? 'anak'} errors={errors.hubungan}>
          {HUBUNGAN.filter((one) => one !== 'diri').map((one) => (
            <option key={one} value={one}>
              {t(`hubungan.${one}`)}
            </option>
          ))}
        </Select>
      )}
    </>
  )
}

/** What a dokter must know to answer safely. */
export function LeastFields({ profil, errors, required }: Props & { required?: boolean }) {
  const t = useTranslations('profil.isian')
  return (
    <>
      <TextField
        label={t('lahir')}
        name="tanggal_lahir"
        type="date"
        min={LAHIR_MIN}
        max={dayInWib(new Date())}
        defaultValue={profil?.tanggal_lahir ?? ''}
        errors={errors.tanggal_lahir}
        required={required}
      />
      <RadioCards
        label={t('jk')}
        name="jenis_kelamin"
        columns
        defaultValue={profil?.jenis_kelamin ?? undefined}
        errors={errors.jenis_kelamin}
        choices={JENIS_KELAMIN.map((value) => ({ value, label: t(value) }))}
      />
      <DaftarField
        name="alergi"
        label={t('alergi')}
        entries={profil?.alergi?.map(({ zat, reaksi }) => (reaksi ? `${zat}: ${reaksi}` : zat))}
        listLabel={t('alergiDaftar')}
        hint={t('alergiPetunjuk')}
        errors={errors.alergi}
      />
    </>
  )
}

/** What helps beside it, and what a resep needs. */
export function MoreFields({ profil, errors }: Props) {
  const t = useTranslations('profil.isian')
  return (
    <>
      <TextField
        label={t('berat')}
        name="berat_kg"
        inputMode="decimal"
        autoComplete="off"
        defaultValue={profil?.berat_kg?.toString().replace('.', ',')}
        hint={t('beratPetunjuk')}
        errors={errors.berat_kg}
      />
      <TextArea
        label={t('alamat')}
        name="alamat"
        rows={2}
        maxLength={ALAMAT_MAX}
        defaultValue={profil?.alamat ?? ''}
        errors={errors.alamat}
      />
      <DaftarField
        name="obat_rutin"
        label={t('obat')}
        entries={profil?.obat_rutin}
        listLabel={t('obatDaftar')}
        hint={t('barisPetunjuk')}
        errors={errors.obat_rutin}
      />
      <DaftarField
        name="riwayat"
        label={t('riwayat')}
        entries={profil?.riwayat}
        listLabel={t('riwayatDaftar')}
        hint={t('barisPetunjuk')}
        errors={errors.riwayat}
      />
    </>
  )
}

interface DaftarProps {
  readonly name: 'alergi' | 'obat_rutin' | 'riwayat'
  readonly label: string
  readonly entries: readonly string[] | null | undefined
  readonly listLabel: string
  readonly hint: ReactNode
  readonly errors?: readonly string[] | undefined
}

/** A list of which nobody knows, of which there is nothing, or that is written down: one entry on each line. */
function DaftarField({ name, label, entries, listLabel, hint, errors = [] }: DaftarProps) {
  const t = useTranslations('profil.isian')
  const [known, setKnown] = useState(entries ? (entries.length > 0 ? 'ada' : 'tidak') : 'belum')
  return (
    <div className={styles.stack}>
      <Select
        label={label}
        name={`${name}_diketahui`}
        value={known}
        onChange={(event) => setKnown(event.target.value)}
        errors={known === 'ada' ? [] : errors}
      >
        {(['belum', 'tidak', 'ada'] as const).map((value) => (
          <option key={value} value={value}>
            {t(value)}
          </option>
        ))}
      </Select>
      {known === 'ada' && (
        <TextArea label={listLabel} name={name} rows={2} defaultValue={entries?.join('\n')} hint={hint} errors={errors} />
      )}
    </div>
  )
}

/** Each is there, and undefined where the form has no field for it. */
type Facts = { readonly [Nama in NamaFakta]: JsonOf<'PUT /profil/{id}'>[Nama] }

/** What the fields of a form say, of those that it has. What is left empty is not known. */
export function readFacts(data: FormData): Facts {
  const said = (name: string) => String(data.get(name) ?? '').trim()
  const textOf = (name: string) => (data.has(name) ? said(name) || null : undefined)
  const linesOf = (name: string) =>
    said(name)
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean)
  const listOf = <Entry,>(name: string, entryOf: (line: string) => Entry) => {
    if (!data.has(`${name}_diketahui`)) return undefined
    const known = said(`${name}_diketahui`)
    return known === 'belum' ? null : known === 'tidak' ? [] : linesOf(name).map(entryOf)
  }
  const sex = JENIS_KELAMIN.find((one) => one === said('jenis_kelamin'))
  return {
    tanggal_lahir: textOf('tanggal_lahir'),
    jenis_kelamin: sex,
    alamat: textOf('alamat'),
    berat_kg: data.has('berat_kg') ? weightOf(said('berat_kg')) : undefined,
    alergi: listOf('alergi', alergiOf),
    obat_rutin: listOf('obat_rutin', String),
    riwayat: listOf('riwayat', String),
  }
}

const weightOf = (text: string) => (text === '' ? null : Number(text.replace(',', '.')))

/** "amoksisilin: ruam" is what somebody is allergic to, and how. */
function alergiOf(line: string) {
  const [zat = '', ...reaksi] = line.split(':')
  return { zat: zat.trim(), reaksi: reaksi.join(':').trim() || undefined }
}

/** Which of the things that a dokter must know are not known yet. */
export const missingOf = ({ tanggal_lahir, jenis_kelamin, alergi }: ProfilView) =>
  [tanggal_lahir === null && ('lahir' as const), jenis_kelamin === null && ('jk' as const), alergi === null && ('alergi' as const)].filter(
    (one) => one !== false,
  )
