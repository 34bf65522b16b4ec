import antfu from '@antfu/eslint-config'

// The configuration calls Object.groupBy, which Node 20 does not have.
Object.groupBy ??= (items, keyOf) => {
  const groups = Object.create(null)
  for (const item of items)
    (groups[keyOf(item)] ??= []).push(item)
  return groups
}

export default antfu({
  typescript: true,
  vue: true,
  ignores: ['dist', 'slides', 'source', 'tests/fixtures', '**/*.md', '.scratch'],
}, {
  rules: {
    // A command line prints; what it prints to is handed to it.
    'no-console': 'off',
    // Chinese text and its marks stand in patterns as themselves.
    'no-irregular-whitespace': ['error', { skipStrings: true, skipRegExps: true, skipTemplates: true, skipComments: true }],
    'no-misleading-character-class': 'off',
    // A condition in one long line of prose is easier to read than in five.
    'antfu/consistent-list-newline': 'off',
    'style/max-statements-per-line': 'off',
    // Functions come first, the constants that they use where they belong.
    'ts/no-use-before-define': ['error', { functions: false, classes: false, variables: false }],
    'jsdoc/check-param-names': ['error', { checkDestructured: false }],
    'regexp/no-obscure-range': 'off',
    'antfu/no-top-level-await': 'off',
    // V8 compiles a pattern once where it stands; beside its use it is easier to read.
    'e18e/prefer-static-regex': 'off',
    'node/prefer-global/process': 'off',
    'node/prefer-global/buffer': 'off',
  },
}, {
  // Lines, functions and conditions that can be read at once. Messages are tables of sentences.
  files: ['scripts/**/*.{ts,mjs}', 'themes/**/*.{ts,vue,mjs}'],
  ignores: ['scripts/messages/**'],
  rules: {
    'style/max-len': ['error', { code: 120, ignoreUrls: true }],
    'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
    'no-nested-ternary': 'error',
  },
}, {
  // The same for tests, but their sentences, fixtures and patterns stand on one line each, and a table may be long.
  files: ['tests/**/*.ts'],
  rules: {
    'style/max-len': ['error', {
      code: 120,
      ignoreUrls: true,
      ignoreStrings: true,
      ignoreTemplateLiterals: true,
      ignoreRegExpLiterals: true,
    }],
    'no-nested-ternary': 'error',
  },
})
