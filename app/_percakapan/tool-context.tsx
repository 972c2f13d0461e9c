'use client'

import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { DateDialog } from './date-dialog'
import { ShortcutsDialog } from './shortcuts-dialog'

type Tool = 'tanggal' | 'pintasan'
type Open = (tool: Tool) => void

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
      <DateDialog open={tool === 'tanggal'} onOpenChange={closes} />
      <ShortcutsDialog open={tool === 'pintasan'} onOpenChange={closes} />
    </ToolContext>
  )
}
