import { mount } from '../../components/mount';
import { RulePage } from './RulePage';

mount(<RulePage />);
