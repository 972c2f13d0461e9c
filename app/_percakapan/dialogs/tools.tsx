'use client'

import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { LaterDialog } from '@/app/_ui/later/later-dialog'
import { later } from '@/lib/client/page/later'

type Tool = 'tanggal' | 'pintasan' | 'catatan' | 'alih'
type Open = (tool: Tool) => void

const dateDialog = later(() => import('./date-dialog').then((part) => part.DateDialog))
const shortcutsDialog = later(() => import('./shortcuts-dialog').then((part) => part.ShortcutsDialog))

const noteDialog = later(() => import('./note-dialog').then((part) => part.NoteDialog), false)
const alihDialog = later(() => import('./alih-dialog').then((part) => part.AlihDialog), false)

const ToolContext = createContext<Open>(() => {})

/** Opens one of the dialogs that belong to the whole conversation. */
export const useTool = (): Open => useContext(ToolContext)

export function Tools({ children }: { children: ReactNode }) {
  const [tool, setTool] = useState<Tool | null>(null)
  const open = useMemo((): Open => setTool, [])
  const closes = (opens: boolean) => opens || setTool(null)
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== '/' || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      setTool('pintasan')
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [])
  return (
    <ToolContext value={open}>
      {children}
      {tool === 'tanggal' && <LaterDialog of={dateDialog} open onOpenChange={closes} />}
      {tool === 'catatan' && <LaterDialog of={noteDialog} open onOpenChange={closes} />}
      {tool === 'alih' && <LaterDialog of={alihDialog} open onOpenChange={closes} />}
      {tool === 'pintasan' && <LaterDialog of={shortcutsDialog} open onOpenChange={closes} />}
    </ToolContext>
  )
}
