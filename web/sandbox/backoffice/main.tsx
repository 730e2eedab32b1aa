import { mount } from '../../components/mount';
import { BackofficePage } from './BackofficePage';

mount(<BackofficePage />);
