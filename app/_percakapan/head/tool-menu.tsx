'use client'

import { useTranslations } from 'next-intl'
import { useBisa, usePercakapan, useThread } from '@/app/_percakapan/context/percakapan-context'
import { useAwake } from '@/app/_percakapan/context/use-browser'
import { useTool } from '@/app/_percakapan/dialogs/tools'
import { Button } from '@/app/_ui/button'
import { Menu, MenuCheckbox, MenuItem, MenuSeparator } from '@/app/_ui/menu/menu'
import { askFor } from '@/lib/client/api/api'
import type { JsonOf } from '@/lib/contract/endpoints/calls'

/** In the header: what can be done with the conversation as a whole. */
export function ToolMenu() {
  const t = useTranslations('percakapan')
  const open = useTool()
  const awake = useAwake()
  const { me } = usePercakapan()
  const isMine = useThread(({ konsultasi }) => me.peran === 'dokter' && konsultasi.dokter.id === me.id)
  const trigger = (
    <Button variant="quiet" size="sm" icon="more" iconOnly disabled={!awake}>
      {t('alat')}
    </Button>
  )
  return (
    <Menu trigger={trigger}>
      <MenuItem icon="calendar" onSelect={() => open('tanggal')}>
        {t('tanggal.menu')}
      </MenuItem>
      <MenuItem icon="keyboard" onSelect={() => open('pintasan')}>
        {t('pintasan.menu')}
      </MenuItem>
      {isMine && <MarkItems onNote={() => open('catatan')} onAlih={() => open('alih')} />}
    </Menu>
  )
}

/** What only its dokter does: own marks, and handing it over. */
function MarkItems({ onNote, onAlih }: { onNote: () => void; onAlih: () => void }) {
  const t = useTranslations('meja')
  const { store } = usePercakapan()
  const bisa = useBisa()
  const { id, penanda } = useThread(({ konsultasi }) => konsultasi)
  const mark = async (json: JsonOf<'PUT /konsultasi/{id}/penanda'>) => {
    const { data } = await askFor('PUT /konsultasi/{id}/penanda', { id, json })
    store.foldKonsultasi({ ...store.snapshot().konsultasi, penanda: data })
  }
  // Whoever marks it as not read leaves it: here it is before their eyes.
  const leave = () => mark({ belum_dibaca: true }).then(() => location.assign('/dokter/konsultasi'))
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
