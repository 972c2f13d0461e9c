import type { ReactNode } from 'react'
import { LinkButton } from '@/app/_ui/button'

/** A plain link: the browser saves what the answer says is a file. */
export const DownloadLink = ({ children }: { children: ReactNode }) => (
  <div>
    <LinkButton href="/api/v1/akun/data" icon="download" download>
      {children}
    </LinkButton>
  </div>
)
