'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useId, useRef } from 'react'
import { Alert } from '@/app/_ui/alert'
import { Button } from '@/app/_ui/button'
import { classes } from '@/app/_ui/classes'
import { TextField } from '@/app/_ui/field/text-field'
import { askFor } from '@/lib/client/api/api'
import { LANGKAH_BARU, type LangkahTerketik, OBAT_BARU, type ObatTerketik, type Terketik } from '@/lib/client/naskah/naskah'
import type { KeberatanView } from '@/lib/contract/dokumen'
import type { ProfilView } from '@/lib/contract/profil'
import { OBAT_MAX } from '@/lib/domain/dokumen/dokumen'
import { kurangUntukResep } from '@/lib/domain/dokumen/kurang'
import { satuanOf } from '@/lib/domain/dokumen/sediaan'
import { aturanOf } from '@/lib/domain/dokumen/signa'
import { dayInWib } from '@/lib/domain/zona'
import { below, type ErrorsOf, type PartProps, tie, withRow } from './fields'
import styles from './naskah.module.css'
import { SuggestedField } from './suggested-field'
import { useKeberatan } from './use-keberatan'

type Resep = Terketik['resep']

interface ResepProps extends PartProps<Resep> {
  readonly konsultasiId: string
  readonly profil: ProfilView
}

/** The medicines of a resep. What stands against one is said beside it while it is typed, as the server sees it. */
export function ResepFields({ isi, change, errorsOf, profil, konsultasiId }: ResepProps) {
  const t = useTranslations('naskah.resep')
  const { obat, abaikan } = isi
  const { saidOf, isBlind } = useKeberatan(konsultasiId, isi)
  const list = useRef<HTMLDivElement>(null)
  const wantsFocus = useRef(false)
  useEffect(() => {
    if (!wantsFocus.current) return
    wantsFocus.current = false
    list.current?.querySelector<HTMLElement>('fieldset:last-of-type input')?.focus()
  })
  const add = () => {
    wantsFocus.current = true
    change({ ...isi, obat: [...obat, OBAT_BARU] })
  }
  const reasonFor = (zat: string) => abaikan.find((one) => one.zat === zat)?.alasan ?? ''
  const excuse = (zat: string, alasan: string) =>
    change({ ...isi, abaikan: [...abaikan.filter((one) => one.zat !== zat), { zat, alasan }] })
  return (
    <div className={styles.stack} ref={list}>
      <Incomplete profil={profil} />
      <p className={styles.hint}>{t('interaksi')}</p>
      {isBlind && (
        <Alert tone="attention" role="status">
          <p>{t('takDiperiksa')}</p>
        </Alert>
      )}
      {errorsOf('obat') && (
        <Alert tone="danger" role="alert">
          <p>{errorsOf('obat')?.join(' ')}</p>
        </Alert>
      )}
      {obat.map((one, at) => (
        <ObatFields
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
          key={at}
          ke={at}
          isi={one}
          change={(row) => change({ ...isi, obat: withRow(obat, at, row) })}
          remove={obat.length > 1 ? () => change({ ...isi, obat: withRow(obat, at, null) }) : null}
          errorsOf={below(errorsOf, `obat.${at}`)}
          keberatan={saidOf(at).find(({ diabaikan }) => !diabaikan) ?? null}
        >
          {saidOf(at)
            .flatMap(({ sebab, dengan }) => (sebab === 'alergi' && dengan !== null ? [dengan] : []))
            .map((zat) => (
              <TextField
                key={zat}
                label={t('abaikan', { zat })}
                hint={t('abaikanPetunjuk')}
                value={reasonFor(zat)}
                autoComplete="off"
                onChange={({ target }) => excuse(zat, target.value)}
              />
            ))}
        </ObatFields>
      ))}
      {obat.length < OBAT_MAX && (
        <Button size="sm" icon="plus" onClick={add}>
          {t('tambah')}
        </Button>
      )}
    </div>
  )
}

/** A resep needs to know more of who is treated: said before anything is typed. */
function Incomplete({ profil }: { profil: ProfilView }) {
  const t = useTranslations('naskah.resep')
  const missing = kurangUntukResep(profil, dayInWib(new Date()))
  if (missing.length === 0) return null
  return (
    <Alert tone="attention" title={t('kurang')}>
      <p>{missing.map((name) => t(`profil.${name}`)).join(', ')}</p>
      <p>{t('kurangIsi')}</p>
    </Alert>
  )
}

interface ObatProps extends PartProps<ObatTerketik> {
  readonly ke: number
  readonly remove: (() => void) | null
  readonly keberatan: KeberatanView | null
  readonly children: React.ReactNode
}

interface Ditawarkan {
  readonly nama: string
  readonly bentuk?: string | null
  readonly kekuatan?: string | null
}

/** Lines that are offered at most: a medicine has one for each of its forms and strengths. */
const LINES_MAX = 40

async function completeObat(q: string): Promise<Ditawarkan[]> {
  const { data } = await askFor('GET /obat', { query: { q } })
  return data
    .flatMap(({ nama, sediaan }): Ditawarkan[] => (sediaan.length > 0 ? sediaan.map((one) => ({ nama, ...one })) : [{ nama }]))
    .slice(0, LINES_MAX)
}

const lineOf = ({ nama, bentuk, kekuatan }: Ditawarkan) => [nama, bentuk, kekuatan].filter(Boolean).join(' ')

/** A chosen one fills what it says. What is counted follows from the form, unless somebody typed it. */
function withChosen(isi: ObatTerketik, { nama, bentuk, kekuatan }: Ditawarkan): ObatTerketik {
  const wasMeant = isi.satuan === '' || isi.satuan === satuanOf(isi.bentuk)
  return {
    ...isi,
    nama,
    bentuk: bentuk ?? '',
    kekuatan: kekuatan ?? '',
    satuan: wasMeant ? satuanOf(bentuk ?? '') : isi.satuan,
  }
}

function ObatFields({ ke, remove, keberatan, children, ...part }: ObatProps) {
  const t = useTranslations('naskah.resep')
  const { isi, change, errorsOf } = part
  const field = tie(part)
  const warning = keberatan && [t(keberatan.sebab, { dengan: keberatan.dengan ?? '' })]
  return (
    <fieldset className={styles.obat}>
      <legend>{t('ke', { ke: ke + 1 })}</legend>
      <SuggestedField
        label={t('nama')}
        value={isi.nama}
        errors={warning ?? errorsOf('nama')}
        complete={completeObat}
        lineOf={lineOf}
        onTyped={(nama, row) => change(row ? withChosen(isi, row) : { ...isi, nama })}
      />
      {children}
      <div className={styles.row}>
        <TextField label={t('kekuatan')} placeholder="500 mg" {...field('kekuatan')} />
        <TextField label={t('bentuk')} placeholder="tablet" {...field('bentuk')} />
        <TextField label={t('jumlah')} inputMode="decimal" {...field('jumlah')} />
        <TextField label={t('satuan')} placeholder="tablet" {...field('satuan')} />
      </div>
      <SignaFields langkah={isi.langkah} change={(langkah) => change({ ...isi, langkah })} errorsOf={errorsOf} />
      <div className={styles.row}>
        <TextField label={t('catatan')} {...field('catatan')} />
        <TextField label={t('iter')} inputMode="numeric" {...field('iter')} />
      </div>
      {remove && (
        <div>
          <Button variant="quiet" size="sm" icon="close" onClick={remove}>
            {t('hapus', { ke: ke + 1 })}
          </Button>
        </div>
      )}
    </fieldset>
  )
}

interface SignaProps {
  readonly langkah: readonly LangkahTerketik[]
  readonly change: (langkah: LangkahTerketik[]) => void
  readonly errorsOf: ErrorsOf
}

/** How it is taken, as dokter write it, and read back in plain words as the pasien will get it. */
function SignaFields({ langkah, change, errorsOf }: SignaProps) {
  const t = useTranslations('naskah.resep')
  const read = useId()
  const isTapering = langkah.length > 1
  const typed = langkah.some(({ signa }) => signa.trim() !== '')
  const aturan = aturanOf(isTapering ? langkah.map(({ signa, hari }) => ({ signa, hari: Number(hari) || 0 })) : (langkah[0]?.signa ?? ''))
  return (
    <>
      {langkah.map((step, at) => {
        const errors = below(errorsOf, `signa.${at}`)
        const put = (row: LangkahTerketik | null) => change(withRow(langkah, at, row))
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
          <div key={at} className={isTapering ? styles.row : undefined}>
            <TextField
              label={isTapering ? t('langkah', { ke: at + 1 }) : t('signa')}
              placeholder="3 dd 1 tab pc"
              value={step.signa}
              errors={isTapering ? errors('signa') : errorsOf('signa')}
              autoComplete="off"
              spellCheck={false}
              autoCapitalize="none"
              onChange={({ target }) => put({ ...step, signa: target.value })}
            />
            {isTapering && (
              <TextField
                label={t('hari')}
                inputMode="numeric"
                value={step.hari}
                errors={errors('hari')}
                autoComplete="off"
                onChange={({ target }) => put({ ...step, hari: target.value })}
              />
            )}
          </div>
        )
      })}
      <p id={read} role="status" className={classes(styles.read, !aturan && styles.unread)} hidden={!typed}>
        {aturan ? t('aturan', { aturan }) : t('takDipahami')}
      </p>
      <div className={styles.actions}>
        <Button variant="quiet" size="sm" icon="plus" onClick={() => change([...langkah, LANGKAH_BARU])}>
          {t('tambahLangkah')}
        </Button>
        {isTapering && (
          <Button variant="quiet" size="sm" icon="close" onClick={() => change(langkah.slice(0, -1))}>
            {t('hapusLangkah')}
          </Button>
        )}
      </div>
    </>
  )
}
