import { mount } from '../../components/mount';
import { SandboxPage } from '../SandboxPage';
import { BackofficePage } from './BackofficePage';

mount(
  <SandboxPage path="/backoffice">
    <BackofficePage />
  </SandboxPage>,
);
