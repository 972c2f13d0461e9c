'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Alert } from '@/app/_ui/alert'
import { Button } from '@/app/_ui/button'
import { Time } from '@/app/_ui/time/time'
import { ask } from '@/lib/client/api/api'
import type { PersetujuanView } from '@/lib/contract/akun'
import type { PrivasiVersi } from '@/lib/domain/privasi'

/** Whether one agrees to the privacy notice, and since when; the other of the two is one press away. */
export function Persetujuan({ persetujuan, versi }: { persetujuan: PersetujuanView | null; versi: PrivasiVersi }) {
  const t = useTranslations('akun.persetujuan')
  const router = useRouter()
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle')
  const holds = persetujuan !== null && persetujuan.ditarik_pada === null

  const change = () => {
    setState('busy')
    const asked = holds ? ask('DELETE /akun/persetujuan') : ask('PUT /akun/persetujuan', { json: { persetujuan: versi } })
    asked.then(
      () => {
        setState('idle')
        router.refresh()
      },
      () => setState('failed'),
    )
  }
  return (
    <>
      {state === 'failed' && (
        <Alert tone="danger" role="alert">
          <p>{t('gagal')}</p>
        </Alert>
      )}
      <p role="status">
        {persetujuan === null && <span>{t('belum')}</span>}
        {holds && (
          <>
            <span>{t('setuju', { versi: persetujuan.versi })}</span> <Time iso={persetujuan.diberikan_pada} format="full" />
          </>
        )}
        {persetujuan?.ditarik_pada && (
          <>
            <span>{t('ditarik')}</span> <Time iso={persetujuan.ditarik_pada} format="full" />
          </>
        )}
      </p>
      <div>
        <Button busy={state === 'busy'} onClick={change}>
          {holds ? t('tarik') : t('beri')}
        </Button>
      </div>
    </>
  )
}
