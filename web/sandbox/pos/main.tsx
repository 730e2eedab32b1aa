import { mount } from '../../components/mount';
import { SandboxPage } from '../SandboxPage';
import { PosPage } from './PosPage';

mount(
  <SandboxPage path="/pos">
    <PosPage />
  </SandboxPage>,
);
