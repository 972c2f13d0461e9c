'use client'

import { useTranslations } from 'next-intl'
import { usePercakapan } from '@/app/_percakapan/context/percakapan-context'
import { usePesanActions } from '@/app/_percakapan/context/pesan-actions-context'
import { Button } from '@/app/_ui/button'
import type { OutboxEntry } from '@/lib/client/outbox/outbox-entry'

interface Props {
  readonly entry: OutboxEntry
  readonly onDiscard: (clientId: string) => void
}

/** The server has certainly not taken it: it can go again as another pesan, which it might not if only the answer had been lost. */
export function Otherwise({ entry, onDiscard }: Props) {
  const t = useTranslations('percakapan.pesan')
  const { outbox, handBack } = usePercakapan()
  const { canTakePart } = usePesanActions()
  if (!canTakePart) return null
  const { konsultasi_id, pesan, isi, berkas, balas_ke, client_id } = entry
  // In the textbox or the outbox again before it leaves this one.
  const edit = () => handBack.give(entry) && onDiscard(client_id)
  const withoutQuote = () => void outbox?.add(konsultasi_id, pesan, { isi, berkas }).then(() => onDiscard(client_id))
  return (
    <>
      <Button size="sm" onClick={edit}>
        {t('ubah')}
      </Button>
      {balas_ke && (
        <Button size="sm" onClick={withoutQuote}>
          {t('tanpaKutipan')}
        </Button>
      )}
    </>
  )
}
