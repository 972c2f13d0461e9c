'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/app/_ui/button'
import { TextField } from '@/app/_ui/field/text-field'
import { KODE_DIGITS, PEMULIHAN_COUNT } from '@/lib/domain/faktor-kedua'

/** A code of the second factor, named `totp`: from the app, or a recovery code, for which a phone shows another keyboard. Needs `umum`. */
export function KodeField({ errors }: { errors?: readonly string[] }) {
  const t = useTranslations('umum.kode')
  const [kind, setKind] = useState<'aplikasi' | 'pemulihan'>('aplikasi')
  const isApp = kind === 'aplikasi'
  return (
    <div>
      <TextField
        key={kind}
        label={t(kind)}
        hint={t(`${kind}Petunjuk`, { angka: KODE_DIGITS, jumlah: PEMULIHAN_COUNT })}
        name="totp"
        inputMode={isApp ? 'numeric' : 'text'}
        autoComplete={isApp ? 'one-time-code' : 'off'}
        autoCapitalize={isApp ? 'none' : 'characters'}
        spellCheck={false}
        maxLength={40}
        errors={errors}
        required
      />
      <Button variant="quiet" size="sm" onClick={() => setKind(isApp ? 'pemulihan' : 'aplikasi')}>
        {t(isApp ? 'pakaiPemulihan' : 'pakaiAplikasi')}
      </Button>
    </div>
  )
}
