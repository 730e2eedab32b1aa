export { pair, type Pair } from '../../components/pair';
