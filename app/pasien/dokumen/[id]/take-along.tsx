'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import styles from '@/app/_dokumen/dokumen.module.css'
import { Button, DownloadButton } from '@/app/_ui/button'
import { pageHeaders } from '@/lib/client/api/api'
import { kalenderOf } from '@/lib/client/naskah/kalender'
import type { DokumenView } from '@/lib/contract/dokumen'

/** What one takes along of a dokumen: the PDF, saved or handed on where the device can, and the day of a kontrol for one's calendar. */
export function TakeAlong({ dokumen }: { dokumen: DokumenView }) {
  const t = useTranslations('dokumen')
  const href = `/api/v1/dokumen/${dokumen.id}/pdf`
  const [canShare, setCanShare] = useState(false)
  const [failed, setFailed] = useState(false)
  useEffect(() => setCanShare(navigator.canShare?.({ files: [new File([], 'dokumen.pdf', { type: 'application/pdf' })] }) ?? false), [])

  const share = async () => {
    setFailed(false)
    try {
      const answer = await fetch(href, { headers: pageHeaders() })
      if (!answer.ok) throw new Error(String(answer.status))
      const file = new File([await answer.blob()], `${dokumen.nomor.replaceAll('/', '-')}.pdf`, { type: 'application/pdf' })
      await navigator.share({ files: [file] })
    } catch (error) {
      // Whoever closes the device's own dialog has changed their mind.
      setFailed((error as Error).name !== 'AbortError')
    }
  }
  return (
    <>
      <div className={styles.actions}>
        <DownloadButton href={href}>{t('unduh')}</DownloadButton>
        {canShare && (
          <Button icon="send" onClick={share}>
            {t('bagikan')}
          </Button>
        )}
        {dokumen.jenis === 'kontrol' && (
          <Button icon="calendar" onClick={() => saveKalender(dokumen, t('acara', { nama: dokumen.dokter.nama }))}>
            {t('kalender')}
          </Button>
        )}
      </div>
      {failed && (
        <p role="alert" className={styles.hint}>
          {t('bagikanGagal')}
        </p>
      )}
    </>
  )
}

function saveKalender({ id, isi }: DokumenView, judul: string): void {
  const text = kalenderOf({ id, tanggal: String((isi as { tanggal?: string }).tanggal), judul, alamat: location.href }, new Date())
  const url = URL.createObjectURL(new Blob([text], { type: 'text/calendar' }))
  const link = Object.assign(document.createElement('a'), { href: url, download: 'kontrol.ics' })
  link.click()
  // The browser has taken it by then.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
