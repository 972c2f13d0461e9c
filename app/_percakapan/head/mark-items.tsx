'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useBisa, usePercakapan, useThread } from '@/app/_percakapan/context/percakapan-context'
import { MenuCheckbox, MenuItem, MenuSeparator } from '@/app/_ui/menu/menu'
import { askFor } from '@/lib/client/api/api'
import type { JsonOf } from '@/lib/contract/endpoints/calls'

/** What only its dokter does: own marks, and handing it over. */
export function MarkItems({ onNote, onAlih }: { onNote: () => void; onAlih: () => void }) {
  const t = useTranslations('meja')
  const router = useRouter()
  const { store } = usePercakapan()
  const bisa = useBisa()
  const { id, penanda } = useThread(({ konsultasi }) => konsultasi)
  const mark = async (json: JsonOf<'PUT /konsultasi/{id}/penanda'>) => {
    const { data } = await askFor('PUT /konsultasi/{id}/penanda', { id, json })
    store.foldKonsultasi({ ...store.snapshot().konsultasi, penanda: data })
  }
  // Whoever marks it as not read leaves it: here it is before their eyes.
  const leave = () => mark({ belum_dibaca: true }).then(() => router.push('/dokter/konsultasi'))
  return (
    <>
      <MenuSeparator />
      <MenuCheckbox checked={penanda?.disematkan ?? false} onChange={(disematkan) => void mark({ disematkan }).catch(nothing)}>
        {t('tanda.sematkan')}
      </MenuCheckbox>
      <MenuItem icon="eye" onSelect={() => void leave().catch(nothing)}>
        {t('tanda.belumDibaca')}
      </MenuItem>
      <MenuItem icon="bell" onSelect={onNote}>
        {t('tanda.catatan')}
      </MenuItem>
      {bisa.selesaikan && (
        <MenuItem icon="users" onSelect={onAlih}>
          {t('alih.menu')}
        </MenuItem>
      )}
    </>
  )
}

/** The box stays as it was: that it was not kept is seen there. */
const nothing = () => undefined
