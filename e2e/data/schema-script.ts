import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg'

/**
 * The SQL that Prisma's own schema engine writes for prisma/schema.prisma in an empty database. The engine is the WebAssembly one, so that
 * nothing is downloaded; Node 20 does not import WebAssembly by itself, so it is bound here by hand.
 */
export async function scriptOfSchema(): Promise<string> {
  const content = readFileSync('prisma/schema.prisma', 'utf8')
  const engine = await openEngine(content)
  const files = [{ path: 'schema.prisma', content }]
  const { stdout } = await engine.diff({
    from: { tag: 'empty' },
    to: { tag: 'schemaDatamodel', files },
    script: true,
    exitCode: true,
    filters: { externalTables: [], externalEnums: [] },
  })
  return stdout ?? ''
}

async function openEngine(content: string) {
  const folder = dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg'))
  const bytes = readFileSync(join(folder, 'schema_engine_bg.wasm'))
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': { ...bindings } })
  const { __wbg_set_wasm: bind } = bindings as unknown as { __wbg_set_wasm: (exports: WebAssembly.Exports) => void }
  bind(instance.exports)
  // It wants a database to connect to, but is asked about none.
  const adapter = bindMigrationAwareSqlAdapterFactory(
    new PrismaPg({ connectionString: process.env.SAPA_DATABASE_URL }, { schema: 'public' }),
  )
  return bindings.SchemaEngine.new({ datamodels: [['schema.prisma', content]] }, () => undefined, adapter)
}
