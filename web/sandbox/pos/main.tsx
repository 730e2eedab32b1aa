import { mount } from '../../components/mount';
import { PosPage } from './PosPage';

mount(<PosPage />);
