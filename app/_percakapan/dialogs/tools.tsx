'use client'

import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { CariPlace } from '@/app/_percakapan/cari/cari-place'
import { isBehindModal } from '@/app/_ui/dialog/modals'
import { LaterDialog } from '@/app/_ui/later/later-dialog'
import { later } from '@/lib/client/page/later'

type Tool = 'tanggal' | 'pintasan' | 'catatan' | 'alih'
type Open = (tool: Tool | 'cari') => void

const dateDialog = later(() => import('./date-dialog').then((part) => part.DateDialog))
const shortcutsDialog = later(() => import('./shortcuts-dialog').then((part) => part.ShortcutsDialog))

const noteDialog = later(() => import('./note-dialog').then((part) => part.NoteDialog), false)
const alihDialog = later(() => import('./alih-dialog').then((part) => part.AlihDialog), false)

const ToolContext = createContext<Open>(() => {})

const CariContext = createContext<ReactNode>(null)

/** Opens one of the dialogs that belong to the whole conversation, or its search. */
export const useTool = (): Open => useContext(ToolContext)

/** Where its search stands while it is open. */
export const CariHere = () => useContext(CariContext)

export function Tools({ children }: { children: ReactNode }) {
  const [tool, setTool] = useState<Tool | null>(null)
  const [cari, setCari] = useState(0)
  const open = useMemo((): Open => (tool) => (tool === 'cari' ? setCari((wish) => wish + 1) : setTool(tool)), [])
  const bar = useMemo(() => <CariPlace wish={cari} onClose={() => setCari(0)} />, [cari])
  const closes = (opens: boolean) => opens || setTool(null)
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const tool = toolOf(event)
      if (!tool || (tool === 'cari' && isBehindModal())) return
      event.preventDefault()
      open(tool)
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [open])
  return (
    <ToolContext value={open}>
      <CariContext value={bar}>{children}</CariContext>
      {tool === 'tanggal' && <LaterDialog of={dateDialog} open onOpenChange={closes} />}
      {tool === 'catatan' && <LaterDialog of={noteDialog} open onOpenChange={closes} />}
      {tool === 'alih' && <LaterDialog of={alihDialog} open onOpenChange={closes} />}
      {tool === 'pintasan' && <LaterDialog of={shortcutsDialog} open onOpenChange={closes} />}
    </ToolContext>
  )
}

/** Ctrl+F stays the browser's: it is Ctrl+Shift+F that looks through all of the conversation, from wherever the focus is. */
function toolOf({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent) {
  if (!(ctrlKey || metaKey) || altKey) return null
  return key === '/' ? 'pintasan' : shiftKey && key.toLowerCase() === 'f' ? 'cari' : null
}
