import { convertFaults } from '../support/roundTrips/convert';
import { roundTrip } from './roundTrip';

export const { recognises, run } = roundTrip('convert', convertFaults);
