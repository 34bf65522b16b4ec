export { default } from '../../shared/setup/shiki.ts'
