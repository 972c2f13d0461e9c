'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { type SubmitEvent, useRef } from 'react'
import { EmailField } from '@/app/_form/email-field'
import { held, useHeldForm } from '@/app/_form/held-forms'
import { NewPasswordField } from '@/app/_form/password-fields'
import { useSubmission } from '@/app/_form/use-submission'
import { Alert } from '@/app/_ui/alert'
import { Button } from '@/app/_ui/button'
import { Checkbox } from '@/app/_ui/field/checkbox'
import { RadioCards } from '@/app/_ui/field/radio-cards'
import { TextField } from '@/app/_ui/field/text-field'
import { Icon } from '@/app/_ui/icon'
import styles from '@/app/(publik)/form.module.css'
import { signIn } from '@/lib/client/account/sign-in'
import { ask } from '@/lib/client/api/api'
import type { JsonOf } from '@/lib/contract/endpoints/calls'
import { EMAIL_MAX, NAMA_MAX, NOMOR_MAX, type Peran } from '@/lib/domain/pengguna'
import { PRIVASI_VERSI } from '@/lib/domain/privasi'

/** Registers and signs in. What was typed stays in its fields whatever the answer is. */
export function RegisterForm({ peran }: { peran: Exclude<Peran, 'admin'> }) {
  const t = useTranslations('publik.daftar')
  const form = useRef<HTMLFormElement>(null)
  const { busy, errors, message, submit, refuse } = useSubmission(form)
  useHeldForm(form)

  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const typed = Object.fromEntries([...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value)]))
    if (!typed.persetujuan) return refuse({ message: t('perbaiki'), errors: { persetujuan: [t('persetujuanKosong')] } })
    void submit(async () => {
      await ask('POST /auth/register', { json: registrationOf(typed) })
      location.assign(await nextPage(typed))
      return true
    })
  }

  const wrong = Object.keys(errors).length > 0
  return (
    <form ref={form} className={styles.form} method="post" noValidate onSubmit={onSubmit} {...held}>
      {message && (
        <Alert tone="danger" role="alert">
          <p>{wrong ? t('perbaiki') : message}</p>
        </Alert>
      )}
      <RadioCards
        label={t('sebagai')}
        name="peran"
        columns
        defaultValue={peran}
        errors={errors.peran}
        choices={[
          { value: 'pasien', label: t('pasien'), detail: t('pasienIsi'), lead: <Icon name="user" /> },
          { value: 'dokter', label: t('dokter'), detail: t('dokterIsi'), lead: <Icon name="stethoscope" /> },
        ]}
      />
      <TextField
        label={t('nama')}
        name="nama"
        autoComplete="name"
        maxLength={NAMA_MAX}
        hint={t('namaPetunjuk')}
        errors={errors.nama}
        required
      />
      <EmailField label={t('email')} maxLength={EMAIL_MAX} errors={errors.email} />
      <NewPasswordField label={t('sandi')} name="password" errors={errors.password} />
      <FieldsOfDokter errors={errors} />
      <Checkbox
        name="persetujuan"
        value={PRIVASI_VERSI}
        label={t.rich('persetujuan', {
          tautan: (words) => (
            <Link href="/privasi" target="_blank" prefetch={false}>
              {words}
            </Link>
          ),
        })}
        errors={errors.persetujuan}
        required
      />
      <Button type="submit" variant="primary" wide busy={busy}>
        {t('tombol')}
      </Button>
    </form>
  )
}

function FieldsOfDokter({ errors }: { errors: Readonly<Record<string, readonly string[]>> }) {
  const t = useTranslations('publik.daftar')
  return (
    <section className={styles.praktik} aria-labelledby="praktik">
      <div>
        <h2 className={styles.praktikTitle} id="praktik">
          {t('praktik')}
        </h2>
        <p className={styles.praktikLead}>{t('praktikIsi')}</p>
      </div>
      <TextField
        label={t('spesialisasi')}
        name="spesialisasi"
        maxLength={NAMA_MAX}
        hint={t('spesialisasiPetunjuk')}
        errors={errors.spesialisasi}
        required
      />
      <div className={styles.pair}>
        <TextField label={t('str')} name="nomor_str" maxLength={NOMOR_MAX} hint={t('strPetunjuk')} errors={errors.nomor_str} required />
        <TextField label={t('sip')} name="nomor_sip" maxLength={NOMOR_MAX} hint={t('sipPetunjuk')} errors={errors.nomor_sip} required />
      </div>
      <TextField
        label={t('sipSampai')}
        name="sip_berlaku_sampai"
        type="date"
        max="2199-12-31"
        hint={t('sipSampaiPetunjuk')}
        errors={errors.sip_berlaku_sampai}
      />
    </section>
  )
}

/** A pasien sends nothing about a licence, also when something was typed there before they chose. */
function registrationOf({ spesialisasi, nomor_str, nomor_sip, sip_berlaku_sampai, ...common }: Record<string, string>) {
  const ofDokter = { spesialisasi, nomor_str, nomor_sip, ...(sip_berlaku_sampai && { sip_berlaku_sampai }) }
  return { ...common, ...(common.peran === 'dokter' && ofDokter) } as JsonOf<'POST /auth/register'>
}

/** The account exists; should signing in fail just then, the page for that takes over. */
async function nextPage({ email = '', password = '', peran }: Record<string, string>): Promise<string> {
  const { kind } = await signIn(email.trim(), password)
  if (peran === 'dokter') return '/daftar/terkirim'
  return kind === 'in' ? '/pasien' : '/masuk'
}
