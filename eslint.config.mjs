// What the compiler does not catch. Nothing here is about layout.
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

export default defineConfig(
  globalIgnores(['dist/', 'out/', '.vscode-test/', 'node_modules/']),
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // Numbers read well in text.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `() => void task()` and `() => tell(…)` are how handlers are written here.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // A function that has to return a promise is the shorter for being `async`.
      '@typescript-eslint/require-await': 'off',
      // A contract may have no messages in one direction.
      '@typescript-eslint/no-generated-empty-object-type': 'off',
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // Objects of functions are taken apart all over; none of them knows a `this`.
      '@typescript-eslint/unbound-method': 'off',
      'eqeqeq': 'error',
      'no-console': 'error',
    },
  },
  {
    files: ['scripts/**/*.ts', 'test/**/*.ts'],
    // Samples are JSON and scripts are JavaScript: neither has types to be unsafe with.
    rules: {
      'no-console': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      // What fails here fails in front of the person who wrote it.
      '@typescript-eslint/no-base-to-string': 'off',
      '@typescript-eslint/no-deprecated': 'off',
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/restrict-plus-operands': 'off',
      '@typescript-eslint/restrict-template-expressions': 'off',
    },
  },
  {
    files: ['**/*.mjs'],
    extends: [tseslint.configs.strict],
    rules: { eqeqeq: 'error', '@typescript-eslint/no-extraneous-class': 'off' },
  },
);
