'use client'

import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type SubmitEvent, useState } from 'react'
import { EmailField } from '@/app/_form/email-field'
import { KodeField } from '@/app/_form/kode-field'
import { usePercakapan } from '@/app/_percakapan/context/percakapan-context'
import { Alert } from '@/app/_ui/alert'
import { Button } from '@/app/_ui/button'
import { Dialog, DialogActions } from '@/app/_ui/dialog/dialog'
import { PasswordField } from '@/app/_ui/field/password-field'
import { type SignInOutcome, signIn } from '@/lib/client/account/sign-in'
import { askFor } from '@/lib/client/api/api'
import { claimIdentity } from '@/lib/client/device/identity'

interface Props {
  /** Whose conversation it is. */
  nama: string
  open: boolean
  onOpenChange: (open: boolean) => void
}

/** Signing in over the conversation. */
export function SignInAgainDialog({ nama, ...dialog }: Props) {
  const t = useTranslations('percakapan.masukLagi')
  const umum = useTranslations('umum')
  return (
    <Dialog title={t('judul')} description={t('isi', { nama })} closeLabel={umum('tutup')} {...dialog}>
      <SignInAgainForm />
    </Dialog>
  )
}

type Refused = Exclude<SignInOutcome['kind'], 'in' | 'code'> | 'empty' | 'noCode' | 'wrongCode'

/** Email and password, and a code where the account asks for one. The same person goes on here; somebody else is led to their own wing and sees nothing of this one. */
function SignInAgainForm() {
  const t = useTranslations('percakapan.masukLagi')
  const { me } = usePercakapan()
  const resume = useResume()
  const [busy, setBusy] = useState(false)
  const [asksKode, setAsksKode] = useState(false)
  const [refused, setRefused] = useState<{ kind: Refused; minutes: number } | null>(null)

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const [email, password] = [String(data.get('email')).trim(), String(data.get('password'))]
    if (!email || !password) return setRefused({ kind: 'empty', minutes: 0 })
    setBusy(true)
    const outcome = await signIn(email, password, String(data.get('totp') ?? ''))
    const done = outcome.kind === 'in' && (await resume())
    if (outcome.kind === 'code') {
      setAsksKode(true)
      setRefused({ kind: outcome.wrong ? 'wrongCode' : 'noCode', minutes: 0 })
    } else if (outcome.kind !== 'in')
      setRefused({ kind: outcome.kind, minutes: outcome.kind === 'locked' ? Math.ceil(outcome.seconds / 60) : 0 })
    else if (!done) setRefused({ kind: 'unreachable', minutes: 0 })
    setBusy(false)
  }

  return (
    <form onSubmit={submit} noValidate>
      {refused && (
        <Alert tone={refused.kind === 'noCode' ? 'info' : 'danger'} role="alert">
          <Why {...refused} />
        </Alert>
      )}
      <EmailField label={t('email')} defaultValue={me.email ?? ''} />
      <PasswordField
        label={t('sandi')}
        name="password"
        autoComplete="current-password"
        required
        showLabel={t('tampilkan')}
        hideLabel={t('sembunyikan')}
      />
      {asksKode && <KodeField />}
      <DialogActions>
        <Button type="submit" variant="primary" busy={busy}>
          {t('tombol')}
        </Button>
      </DialogActions>
    </form>
  )
}

/** Goes on as the one who has just signed in. False when that cannot be asked now. */
function useResume(): () => Promise<boolean> {
  const { me, store, outbox } = usePercakapan()
  return async () => {
    const signedIn = await askFor('GET /auth/me', { asWhoever: true }).catch(() => null)
    if (!signedIn) return false
    const { id, peran } = signedIn.data.pengguna
    if (id !== me.id) {
      location.assign(`/${peran}`)
      return true
    }
    claimIdentity(id)
    outbox?.nudge()
    await store.catchUp()
    return true
  }
}

function Why({ kind, minutes }: { kind: Refused; minutes: number }) {
  const t = useTranslations('percakapan.masukLagi')
  const path = usePathname()
  if (kind === 'empty') return <p>{t('kosong')}</p>
  if (kind === 'noCode') return <p>{t('mintaKode')}</p>
  if (kind === 'wrongCode') return <p>{t('kodeSalah')}</p>
  if (kind === 'mismatch') return <p>{t('salah')}</p>
  if (kind === 'locked') return <p>{t('terkunci', { tunggu: minutes })}</p>
  if (kind === 'unreachable') return <p>{t('jaringan')}</p>
  const page = (words: React.ReactNode) => <a href={`/masuk?callbackUrl=${encodeURIComponent(path)}`}>{words}</a>
  return <p>{t.rich('umum', { halaman: page })}</p>
}
