'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type SubmitEvent, useEffect, useRef, useState } from 'react'
import { useKeptState } from '@/app/_form/use-kept-state'
import { Alert } from '@/app/_ui/alert'
import { Button } from '@/app/_ui/button'
import { Card, Section } from '@/app/_ui/card'
import { below, type ErrorsOf } from '@/app/dokter/_naskah/fields'
import { IsiFields } from '@/app/dokter/_naskah/isi-fields'
import styles from '@/app/dokter/_naskah/naskah.module.css'
import { openPreview } from '@/app/dokter/_naskah/open-preview'
import { Whom } from '@/app/dokter/_naskah/whom'
import { ApiError } from '@/lib/client/api/answer'
import { isBlank, type Naskah, newNaskah } from '@/lib/client/naskah/naskah'
import { beginPenutup, complete, issue, type Penutup, preview, readPenutup, writePenutup } from '@/lib/client/naskah/penutup'
import type { ProfilView } from '@/lib/contract/profil'
import { JENIS, type JenisDokumen } from '@/lib/domain/dokumen/dokumen'
import { dayInWib } from '@/lib/domain/zona'

interface Props {
  readonly penggunaId: string
  readonly konsultasiId: string
  readonly profil: ProfilView
  /** What a ringkasan begins with. */
  readonly subjektif: string
  /** One that was issued already. */
  readonly ringkasanTerbit: { readonly nomor: string; readonly anjuran: string } | null
}

/** Why something was refused: which dokumen, in words, and by field. */
interface Refused {
  readonly of: string
  readonly message: string
  readonly errors: Readonly<Record<string, readonly string[]>>
}

/** Writes all that comes out of a konsultasi, issues it, and completes. */
export function ClosingForm({ penggunaId, konsultasiId, profil, subjektif, ringkasanTerbit }: Props) {
  const t = useTranslations('naskah')
  const router = useRouter()
  const form = useRef<HTMLFormElement>(null)
  const {
    state: penutup,
    change,
    forget,
  } = useKeptState<Penutup>({
    penggunaId,
    place: `${konsultasiId}:penutup`,
    begin: () => beginPenutup(subjektif),
    write: writePenutup,
    read: readPenutup,
  })
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Refused | null>(null)
  const { ringkasan, dokumen, terbit } = penutup
  const waiting = dokumen.filter(({ client_id }) => !terbit[client_id])

  useEffect(() => {
    if (refused) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus()
  }, [refused])

  const refuse = (of: string, error: unknown) => {
    const isRefusal = error instanceof ApiError
    setRefused({ of, message: isRefusal ? error.message : t('penutup.tanpaJawaban'), errors: isRefusal ? error.errors : {} })
  }

  async function submit(completes: boolean) {
    if (busy) return
    setBusy(true)
    setRefused(null)
    let at = ringkasan.client_id
    try {
      for (const one of waiting) {
        at = one.client_id
        const { nomor } = await issue(konsultasiId, one)
        change((now) => ({ ...now, terbit: { ...now.terbit, [one.client_id]: nomor } }))
      }
      at = ringkasan.client_id
      if (completes) await complete(konsultasiId, ringkasanTerbit ?? ringkasan)
      if (completes || isBlankBut(ringkasan, subjektif)) forget()
      router.push(`/dokter/konsultasi/${konsultasiId}`)
    } catch (error) {
      refuse(at, error)
      setBusy(false)
    }
  }

  async function see(naskah: Naskah) {
    setRefused(null)
    await openPreview(() => preview(konsultasiId, naskah)).catch((error: unknown) => refuse(naskah.client_id, error))
  }

  const put = (naskah: Naskah) =>
    change((now) => ({ ...now, dokumen: now.dokumen.map((one) => (one.client_id === naskah.client_id ? naskah : one)) }))
  const add = (jenis: JenisDokumen) => change((now) => ({ ...now, dokumen: [...now.dokumen, begun(jenis)] }))
  const discard = ({ client_id }: Naskah) =>
    change((now) => ({ ...now, dokumen: now.dokumen.filter((one) => one.client_id !== client_id) }))
  const errorsOf =
    (of: string, prefix: string): ErrorsOf =>
    (field) =>
      refused?.of === of ? below((name) => refused.errors[name], prefix)(field) : undefined
  return (
    <form
      ref={form}
      className={styles.form}
      method="post"
      noValidate
      onSubmit={(event: SubmitEvent<HTMLFormElement>) => {
        event.preventDefault()
        void submit(true)
      }}
    >
      <Whom profil={profil} />
      {ringkasanTerbit ? (
        <Alert tone="info">
          <p>{t('penutup.adaRingkasan', { nomor: ringkasanTerbit.nomor })}</p>
        </Alert>
      ) : (
        <Section title={t('judul.ringkasan')} id="ringkasan" aside={<See naskah={ringkasan} onSee={see} />}>
          <Card>
            <IsiFields
              naskah={ringkasan}
              change={(isi) => change((now) => ({ ...now, ringkasan: { ...now.ringkasan, isi } as Penutup['ringkasan'] }))}
              errorsOf={errorsOf(ringkasan.client_id, 'ringkasan')}
              profil={profil}
              konsultasiId={konsultasiId}
            />
          </Card>
        </Section>
      )}
      {dokumen.map((one) => (
        <Section
          key={one.client_id}
          title={t(`judul.${one.jenis}`)}
          id={one.client_id}
          aside={
            !terbit[one.client_id] && (
              <div className={styles.actions}>
                <See naskah={one} onSee={see} />
                <Button variant="quiet" size="sm" icon="close" onClick={() => discard(one)}>
                  {t('penutup.buang', { apa: t(`judul.${one.jenis}`) })}
                </Button>
              </div>
            )
          }
        >
          <Card>
            {terbit[one.client_id] ? (
              <p role="status">{t('penutup.terbit', { nomor: terbit[one.client_id] ?? '' })}</p>
            ) : (
              <div className={styles.stack}>
                {refused?.of === one.client_id && <Trouble refused={refused} issued={Object.keys(terbit).length} />}
                <IsiFields
                  naskah={one}
                  change={(isi) => put({ ...one, isi } as Naskah)}
                  errorsOf={errorsOf(one.client_id, 'isi')}
                  profil={profil}
                  konsultasiId={konsultasiId}
                />
              </div>
            )}
          </Card>
        </Section>
      ))}
      <fieldset className={styles.obat}>
        <legend>{t('penutup.tambah')}</legend>
        <div className={styles.actions}>
          {JENIS.filter((jenis) => jenis !== 'ringkasan').map((jenis) => (
            <Button key={jenis} size="sm" icon="plus" onClick={() => add(jenis)}>
              {t(`judul.${jenis}`)}
            </Button>
          ))}
        </div>
      </fieldset>
      {refused?.of === ringkasan.client_id && <Trouble refused={refused} issued={Object.keys(terbit).length} />}
      <div className={styles.actions}>
        <Button type="submit" variant="primary" icon="check" busy={busy}>
          {t(ringkasanTerbit && waiting.length === 0 ? 'penutup.selesaikan' : 'penutup.terbitkan')}
        </Button>
        {waiting.length > 0 && (
          <Button busy={busy} onClick={() => void submit(false)}>
            {t('penutup.terbitkanSaja')}
          </Button>
        )}
      </div>
      <p className={styles.hint}>{t('penutup.draf')}</p>
    </form>
  )
}

/** Shows the PDF that would be issued. */
function See({ naskah, onSee }: { naskah: Naskah; onSee: (naskah: Naskah) => Promise<void> }) {
  const t = useTranslations('naskah')
  const [busy, setBusy] = useState(false)
  const see = async () => {
    setBusy(true)
    await onSee(naskah)
    setBusy(false)
  }
  return (
    <Button variant="quiet" size="sm" icon="eye" busy={busy} onClick={() => void see()}>
      {t('penutup.pratinjau', { apa: t(`judul.${naskah.jenis}`) })}
    </Button>
  )
}

function Trouble({ refused, issued }: { refused: Refused; issued: number }) {
  const t = useTranslations('naskah.penutup')
  return (
    <Alert tone="danger" role="alert">
      <p>{refused.message}</p>
      {Object.keys(refused.errors).length > 0 && <p>{t('salah', { jumlah: issued })}</p>}
    </Alert>
  )
}

/** Nothing of it but what the page itself wrote. */
const isBlankBut = (ringkasan: Penutup['ringkasan'], subjektif: string) =>
  isBlank({ ...ringkasan, isi: { ...ringkasan.isi, subjektif: ringkasan.isi.subjektif === subjektif ? '' : ringkasan.isi.subjektif } })

/** A sick note begins today unless somebody says otherwise. */
const begun = (jenis: JenisDokumen): Naskah =>
  jenis === 'surat_sakit' ? newNaskah(jenis, { mulai: dayInWib(new Date()) }) : newNaskah(jenis)
