'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Alert } from '@/app/_ui/alert'
import { Button } from '@/app/_ui/button'
import styles from '@/app/akun/akun.module.css'
import type { AkunView, RahasiaView } from '@/lib/contract/akun'
import { ConfirmForm } from './confirm-form'
import { FirstCode } from './first-code'
import { ProofDialog } from './proof-dialog'
import { RecoveryCodes } from './recovery-codes'

type Stage =
  | { kind: 'idle'; done?: 'dimatikan' }
  | { kind: 'password' }
  | { kind: 'scan'; secret: RahasiaView }
  | { kind: 'codes'; codes: readonly string[] }

const IDLE: Stage = { kind: 'idle' }

/** Sets the second factor up in three steps (password, secret with its first code, recovery codes), or looks after the one that is there. */
export function FaktorKedua({ aktif, wajib, kode_tersisa }: AkunView['faktor_kedua']) {
  const t = useTranslations('akun.faktor')
  const router = useRouter()
  const [stage, setStage] = useState<Stage>(IDLE)
  const showCodes = (codes: readonly string[]) => setStage({ kind: 'codes', codes })
  const finish = (next: Stage) => {
    setStage(next)
    router.refresh()
  }

  if (stage.kind === 'codes') return <RecoveryCodes codes={stage.codes} onDone={() => finish(IDLE)} />
  if (stage.kind === 'scan') return <FirstCode secret={stage.secret} onDone={showCodes} onCancel={() => setStage(IDLE)} />
  if (stage.kind === 'password')
    return <ConfirmForm onDone={(secret) => setStage({ kind: 'scan', secret })} onCancel={() => setStage(IDLE)} />
  return (
    <div className={styles.stack}>
      {wajib && !aktif && (
        <Alert tone="attention">
          <p>{t('wajib')}</p>
        </Alert>
      )}
      {stage.done && !aktif && (
        <Alert tone="success" role="status">
          <p>{t(stage.done)}</p>
        </Alert>
      )}
      <p>{t('isi')}</p>
      {aktif ? (
        <>
          <p>{t('sisa', { jumlah: kode_tersisa })}</p>
          <div className={styles.actions}>
            <ProofDialog deed="buatKode" onDone={showCodes} />
            <ProofDialog deed="matikan" onDone={() => finish({ kind: 'idle', done: 'dimatikan' })} />
          </div>
        </>
      ) : (
        <div className={styles.actions}>
          <Button variant="primary" icon="shield" onClick={() => setStage({ kind: 'password' })}>
            {t('pasang')}
          </Button>
        </div>
      )}
    </div>
  )
}
