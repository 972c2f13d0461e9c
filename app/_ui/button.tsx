import Link from 'next/link'
import type { ComponentProps, ReactNode } from 'react'
import styles from './button.module.css'
import { classes } from './classes'
import { Icon, type IconName } from './icon'
import { LinkPending } from './link-pending'
import { Spinner } from './spinner'

interface Look {
  /** `primary` once on a page, `quiet` for what should not shout, `danger` for what cannot be undone. */
  variant?: 'primary' | 'secondary' | 'quiet' | 'danger'
  size?: 'md' | 'sm'
  /** As wide as its container. */
  wide?: boolean
  icon?: IconName
  /** Only the icon is drawn, the children are its name. */
  iconOnly?: boolean
}

/** A busy button keeps its place, its focus and its name, and answers no more clicks. */
export function Button({
  variant,
  size,
  wide,
  icon,
  iconOnly,
  busy,
  className,
  children,
  onClick,
  ...rest
}: ComponentProps<'button'> & Look & { busy?: boolean }) {
  return (
    <button
      type="button"
      {...rest}
      className={classes(lookOf({ variant, size, wide, iconOnly }), className)}
      aria-disabled={busy || rest['aria-disabled']}
      aria-busy={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
    >
      {busy ? <Spinner /> : icon && <Icon name={icon} />}
      <Words hidden={iconOnly}>{children}</Words>
    </button>
  )
}

/** A link that looks like a button, and shows when the page behind it is on its way. */
export function LinkButton({ variant, size, wide, icon, iconOnly, className, children, ...rest }: ComponentProps<typeof Link> & Look) {
  return (
    <Link prefetch={false} {...rest} className={classes(lookOf({ variant, size, wide, iconOnly }), className)}>
      {icon && <Icon name={icon} />}
      <Words hidden={iconOnly}>{children}</Words>
      <LinkPending />
    </Link>
  )
}

/** A link to a file, which no router may ask for. */
export function DownloadButton({
  variant,
  size,
  wide,
  className,
  children,
  ...rest
}: ComponentProps<'a'> & Omit<Look, 'icon' | 'iconOnly'>) {
  return (
    <a download {...rest} className={classes(lookOf({ variant, size, wide }), className)}>
      <Icon name="download" />
      <Words>{children}</Words>
    </a>
  )
}

const Words = ({ hidden, children }: { hidden?: boolean; children: ReactNode }) => (
  <span className={hidden ? 'visually-hidden' : undefined}>{children}</span>
)

const lookOf = ({ variant = 'secondary', size = 'md', wide, iconOnly }: Look) =>
  classes(styles.button, styles[variant], styles[size], wide && styles.wide, iconOnly && styles.iconOnly)
